import type { Json } from '@grainline/client';
import { useCallback } from 'react';
import { useLanguage, useT } from '../../i18n/language';
import { teamName, useDesk, useStateName } from '../../state/desk';
import { useDirectory } from '../../state/directory';
import { fieldLabel } from '../forms/form.model';

/** Any value as text: people and definitions by name, lists by their parts. */
export function plainValue(value: Json | undefined): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(plainValue).join(', ');
  if (typeof value === 'object') {
    if ('name' in value) return plainValue(value.name ?? value.id);
    if ('id' in value && 'version' in value) return `${plainValue(value.id)} v${plainValue(value.version)}`;
    return Object.entries(value)
      .map(([k, v]) => `${k}: ${plainValue(v)}`)
      .join(', ');
  }
  return String(value);
}

/** Names for what the history tells by ids. */
export function useChangeWords(team: string) {
  const t = useT();
  const desk = useDesk();
  const language = useLanguage((s) => s.language);
  const stateName = useStateName();
  const agents = useDirectory((d) => d.agents);
  const label = useCallback(
    (field: string): string => {
      const own = t.history.fields[field];
      if (own) return own;
      const name = field.replace(/^fields\./, '');
      return desk.forms.map((f) => fieldLabel(f.spec, name, language)).find((l) => l !== null) ?? name;
    },
    [desk, language, t],
  );
  const value = useCallback(
    (field: string, of: Json): string => {
      if (typeof of === 'boolean') return of ? t.history.yes : t.history.no;
      if (typeof of === 'string') {
        if (field === 'state') return stateName(team, of);
        if (field === 'team') return teamName(desk, of);
        if (field === 'priority') return t.queues.priorities[of as 'low'] ?? of;
        if (field === 'assignee') return agents.find((a) => a.agentId === of)?.name ?? of;
      }
      return plainValue(of);
    },
    [desk, agents, stateName, t, team],
  );
  return { label, value };
}

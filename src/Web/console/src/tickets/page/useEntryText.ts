import type { SlaMetric, TicketEntry } from '@grainline/client';
import { useCallback } from 'react';
import { useT } from '../../i18n/language';
import { teamName, useDesk } from '../../state/desk';
import { useChangeWords } from './useChangeWords';

/** `FirstResponse warned` is the metric and what became of it. */
export function slaAbout(about: string | null): { metric: SlaMetric; what: string } | null {
  const [metric = '', what = ''] = (about ?? '').split(' ');
  if (metric === '' || what === '') return null;
  return { metric: (metric.charAt(0).toLowerCase() + metric.slice(1)) as SlaMetric, what: what.toLowerCase() };
}

/** One line for an entry without words of its own. */
export function useEntryText(team: string): (entry: TicketEntry) => string {
  const t = useT();
  const desk = useDesk();
  const { label, value } = useChangeWords(team);
  return useCallback(
    (entry) => {
      const by = entry.by.kind === 'system' ? t.system : entry.by.name;
      const macro = entry.macro ? ` (${t.ticket.byMacro(entry.macro)})` : '';
      switch (entry.kind) {
        case 'created':
          return t.history.created(by);
        case 'state': {
          const to = entry.changes.find((c) => c.field === 'state')?.to;
          return (to === undefined ? t.history.stateChanged(by) : t.history.movedTo(by, value('state', to))) + macro;
        }
        case 'sla': {
          const about = slaAbout(entry.about);
          if (about === null) return t.history.slaOther(entry.about ?? '');
          const metric = t.sla.metrics[about.metric] ?? about.metric;
          return (t.sla.became[about.what] ?? t.history.slaOther)(metric);
        }
        case 'link':
          return t.history.linked(by);
        case 'merge':
          return t.history.merged(by);
        case 'split':
          return t.history.split(by);
        case 'transfer':
          return t.history.transferred(by, entry.about ? teamName(desk, entry.about) : '');
        case 'undo':
          return t.history.undone(by);
        default: {
          const fields = entry.changes.map((c) => label(c.field)).join(', ');
          return (fields ? t.history.changed(by, fields) : t.history.changedSomething(by)) + macro;
        }
      }
    },
    [t, desk, label, value],
  );
}

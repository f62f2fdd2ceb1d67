import type { TicketAction, TicketActionKind } from '@grainline/client';
import type { Errors } from '../admin/rules';
import type { Dictionary } from '../i18n/en';

/** What a macro may do. Forcing and upgrading are for one ticket and a person. */
export const macroKinds = ['assign', 'priority', 'trigger', 'addTags', 'removeTags', 'comment', 'fields', 'watch', 'subject'] as const;
export type MacroKind = (typeof macroKinds)[number];

export function newAction(kind: TicketActionKind): TicketAction {
  switch (kind) {
    case 'assign':
      return { kind, agent: 'me' };
    case 'priority':
      return { kind, priority: 'high' };
    case 'trigger':
      return { kind, trigger: '' };
    case 'addTags':
    case 'removeTags':
      return { kind, tags: [] };
    case 'comment':
      return { kind, text: '', public: true };
    case 'fields':
      return { kind, fields: {} };
    case 'watch':
    case 'unwatch':
      return { kind, agent: null };
    case 'subject':
      return { kind, subject: '' };
    case 'force':
      return { kind, state: '', reason: '' };
    case 'upgradeForm':
      return { kind, toVersion: 1 };
  }
}

/** What is missing, by the action's place. */
export function actionErrors(actions: readonly TicketAction[], t: Dictionary): Errors {
  const errors: Errors = {};
  actions.forEach((a, i) => {
    const empty =
      (a.kind === 'trigger' && a.trigger === '') ||
      ((a.kind === 'addTags' || a.kind === 'removeTags') && a.tags.length === 0) ||
      (a.kind === 'comment' && a.text.trim() === '') ||
      (a.kind === 'subject' && a.subject.trim() === '') ||
      (a.kind === 'fields' && Object.keys(a.fields).length === 0);
    if (empty) errors[String(i)] = t.setup.required;
  });
  return errors;
}

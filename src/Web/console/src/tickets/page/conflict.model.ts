import type { TicketAction, TicketChange, TicketEntry } from '@grainline/client';

/** What an action changes, in the words of the history. */
export function touched(action: TicketAction): string[] {
  switch (action.kind) {
    case 'subject':
      return ['subject'];
    case 'priority':
      return ['priority'];
    case 'assign':
      return ['assignee'];
    case 'trigger':
    case 'force':
      return ['state'];
    case 'fields':
      return Object.keys(action.fields).map((name) => `fields.${name}`);
    case 'upgradeForm':
      return ['form'];
    default:
      // Tags, watchers and comments are added: two people do not cross there.
      return [];
  }
}

/** What somebody else has changed since, of what these actions change too. A change of the form concerns all of its fields. */
export function crossing(actions: readonly TicketAction[], entries: readonly TicketEntry[], base: number): TicketChange[] {
  const mine = new Set(actions.flatMap(touched));
  const fields = [...mine].some((m) => m.startsWith('fields.') || m === 'form');
  return entries.filter((e) => e.seq > base).flatMap((e) => e.changes.filter((c) => mine.has(c.field) || (fields && c.field === 'form')));
}

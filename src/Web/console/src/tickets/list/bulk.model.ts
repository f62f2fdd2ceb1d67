import type { BulkFailure, DeskView, TicketRow } from '@grainline/client';
import type { Dictionary } from '../../i18n/en';
import { lifecycleOf, nameIn } from '../../state/desk';

/** The triggers that some of the rows' lifecycles know, each once; which of them a ticket takes it decides itself. */
export function triggerNames(desk: DeskView, rows: readonly TicketRow[], language: string): { trigger: string; name: string }[] {
  const found = new Map<string, string>();
  for (const team of new Set(rows.map((r) => r.team)))
    for (const x of lifecycleOf(desk, team)?.transitions ?? []) if (!found.has(x.trigger)) found.set(x.trigger, nameIn(x.names, language, x.trigger));
  return [...found].map(([trigger, name]) => ({ trigger, name }));
}

/** Codes come by name: as refusals of a run they are words of the server's list, not answers to a call. */
const codes: Record<string, number> = {
  ticketNotFound: 600,
  ticketChanged: 601,
  ticketBusy: 602,
  ticketEnded: 603,
  triggerNotAllowed: 604,
  fieldsInvalid: 605,
  agentNotFound: 404,
  forbidden: 202,
  invalidArgument: 100,
};

/** Why a ticket refused: in our words where we have some, and what exactly in the server's. */
export function failureText({ code, why }: BulkFailure, t: Dictionary): string {
  const number = typeof code === 'number' ? code : codes[code];
  const words = number === undefined ? undefined : t.errors[number];
  return words ? `${words} ${why}` : why;
}

import type { TicketEntry } from '@grainline/client';
import { dayKey } from '../../common/time';

export type TicketItem =
  | { type: 'day'; key: string; at: string }
  | { type: 'changes'; key: string; entries: TicketEntry[] }
  | { type: 'words'; key: string; entry: TicketEntry };

const hasWords = (e: TicketEntry) => e.kind === 'comment' || e.kind === 'note';

/** A separator for each day, words as they are, runs of everything else folded into one item. */
export function ticketItems(entries: readonly TicketEntry[], until: string | null): TicketItem[] {
  const items: TicketItem[] = [];
  const end = until === null ? Infinity : Date.parse(until);
  let day = '';
  for (const entry of entries) {
    if (Date.parse(entry.at) > end) break;
    if (dayKey(entry.at) !== day) {
      day = dayKey(entry.at);
      items.push({ type: 'day', key: `day ${day} ${entry.seq}`, at: entry.at });
    }
    const before = items[items.length - 1];
    if (hasWords(entry)) items.push({ type: 'words', key: `#${entry.seq}`, entry });
    else if (before?.type === 'changes') before.entries.push(entry);
    else items.push({ type: 'changes', key: `changes ${entry.seq}`, entries: [entry] });
  }
  return items;
}

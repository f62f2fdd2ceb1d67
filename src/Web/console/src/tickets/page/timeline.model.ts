import type { TicketEntry } from '@grainline/client';
import { dayKey } from '../../common/time';

export type TicketItem =
  | { type: 'day'; key: string; at: string }
  | { type: 'changes'; key: string; entries: TicketEntry[] }
  | { type: 'words'; key: string; entry: TicketEntry };

const hasWords = (e: TicketEntry) => e.kind === 'comment' || e.kind === 'note';

/** A separator for each day, words as they are, runs of everything else folded into one item; up to a seq, or to the end. */
export function ticketItems(entries: readonly TicketEntry[], until: number | null): TicketItem[] {
  const items: TicketItem[] = [];
  let day = '';
  for (const [i, entry] of entries.entries()) {
    // By seq, not by time: words that came with a merge keep the time that they had.
    if (until !== null && entry.seq > until) break;
    if (dayKey(entry.at) !== day) {
      day = dayKey(entry.at);
      items.push({ type: 'day', key: `day ${i}`, at: entry.at });
    }
    const before = items[items.length - 1];
    if (hasWords(entry)) items.push({ type: 'words', key: `#${i}`, entry });
    else if (before?.type === 'changes') before.entries.push(entry);
    else items.push({ type: 'changes', key: `changes ${i}`, entries: [entry] });
  }
  return items;
}

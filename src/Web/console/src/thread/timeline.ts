import type { LogEntry } from '@grainline/client';
import { dayKey } from '../common/time';

export type TimelineItem =
  | { type: 'day'; key: string; at: string }
  | { type: 'new'; key: string }
  | { type: 'events'; key: string; entries: LogEntry[] }
  | { type: 'message'; key: string; entry: LogEntry; continued: boolean };

const together = 5 * 60_000;

/**
 * Lays a log out as a thread: a separator for each day, one line above the first entry after `newAfter`, runs of events folded into one item,
 * and messages of one author within five minutes joined.
 */
export function timeline(entries: readonly LogEntry[], newAfter: number | null): TimelineItem[] {
  const items: TimelineItem[] = [];
  let day = '';
  let marked = newAfter === null;
  let previous: LogEntry | null = null;
  for (const entry of entries) {
    if (dayKey(entry.at) !== day) {
      day = dayKey(entry.at);
      items.push({ type: 'day', key: `day ${day} ${entry.key}`, at: entry.at });
      previous = null;
    }
    if (!marked && entry.seq !== null && entry.seq > (newAfter ?? 0) && !entry.mine && entry.kind !== 'event') {
      marked = true;
      items.push({ type: 'new', key: 'new' });
      previous = null;
    }
    const before = items[items.length - 1];
    if (entry.kind === 'event') {
      if (before?.type === 'events') before.entries.push(entry);
      else items.push({ type: 'events', key: `events ${entry.key}`, entries: [entry] });
    } else {
      items.push({ type: 'message', key: entry.key, entry, continued: previous !== null && continues(previous, entry) });
    }
    previous = entry.kind === 'event' ? null : entry;
  }
  return items;
}

function continues(a: LogEntry, b: LogEntry): boolean {
  const sameAuthor = a.mine && b.mine ? true : a.mine === b.mine && a.author.kind === b.author.kind && a.author.id === b.author.id;
  return sameAuthor && a.kind === b.kind && Date.parse(b.at) - Date.parse(a.at) < together;
}

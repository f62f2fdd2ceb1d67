import type { TicketFilter } from '@grainline/client';

/** Without what does not ask, in one order: two filters that ask the same are the same text. */
export function cleanFilter(filter: TicketFilter): TicketFilter {
  const asks = (value: unknown) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(
    Object.entries(filter)
      .filter(([, value]) => asks(value))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ) as TicketFilter;
}

/** `me` is whoever looks. The server is told who that is. */
export function forMe(filter: TicketFilter, me: string): TicketFilter {
  const named = (id: string) => (id === 'me' ? me : id);
  return cleanFilter({
    ...filter,
    assignees: filter.assignees?.map(named) ?? null,
    watcher: filter.watcher ? named(filter.watcher) : null,
  });
}

export const asksNothing = (filter: TicketFilter): boolean => Object.keys(cleanFilter(filter)).length === 0;

/** The spans that the due filter offers; the instant is taken to the minute, so that a list is not read anew with each second. */
export type DueSpan = 'breached' | 'hour' | 'day' | 'week';
const spans: Record<Exclude<DueSpan, 'breached'>, number> = { hour: 3_600_000, day: 86_400_000, week: 604_800_000 };

export function dueFilter(span: DueSpan | null, now: number): Pick<TicketFilter, 'dueBefore' | 'breached'> {
  if (span === null) return { dueBefore: null, breached: null };
  if (span === 'breached') return { dueBefore: null, breached: true };
  return { breached: null, dueBefore: new Date(Math.ceil((now + spans[span]) / 60_000) * 60_000).toISOString() };
}

/** Which span a filter came from; the nearest that covers it. */
export function dueSpan(filter: TicketFilter, now: number): DueSpan | null {
  if (filter.breached) return 'breached';
  if (!filter.dueBefore) return null;
  const left = Date.parse(filter.dueBefore) - now;
  return left <= spans.hour + 60_000 ? 'hour' : left <= spans.day + 60_000 ? 'day' : 'week';
}

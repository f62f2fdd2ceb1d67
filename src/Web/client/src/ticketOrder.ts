import type { Priority } from './routing';
import type { TicketOrder, TicketRow } from './ticketListTypes';

const ranks: Record<Priority, number> = { low: 0, normal: 1, high: 2, urgent: 3 };

const compared = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** Instants as text may differ in their digits after the second: only as time they compare. */
const instant = (at: string | null): number => (at === null ? NaN : Date.parse(at));

function byKey(a: TicketRow, b: TicketRow, order: TicketOrder): number {
  switch (order) {
    case 'updated': return compared(instant(a.updatedAt), instant(b.updatedAt));
    case 'created': return compared(instant(a.createdAt), instant(b.createdAt));
    case 'priority': return compared(ranks[a.priority] ?? 1, ranks[b.priority] ?? 1);
    case 'number': return compared(a.number, b.number);
    case 'due': return compared(instant(a.nextDue), instant(b.nextDue));
  }
}

/** The order of a list as the server has it: what promises nothing stands last whichever way it is turned, equals stand by number. */
export function ticketOrder(order: TicketOrder, descending: boolean): (a: TicketRow, b: TicketRow) => number {
  const way = descending ? -1 : 1;
  return (a, b) => {
    if (order === 'due' && (a.nextDue === null) !== (b.nextDue === null)) return a.nextDue === null ? 1 : -1;
    return way * (byKey(a, b, order) || compared(a.number, b.number));
  };
}

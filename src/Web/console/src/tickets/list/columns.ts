import type { TicketOrder } from '@grainline/client';
import type { Column } from '../ticketsUi';

/** By what a column sorts; the others cannot. */
export const orders: Partial<Record<Column, TicketOrder>> = {
  number: 'number',
  priority: 'priority',
  due: 'due',
  created: 'created',
  updated: 'updated',
};

const widths: Record<Column, string> = {
  number: '84px',
  subject: 'minmax(220px, 3fr)',
  state: 'minmax(104px, 130px)',
  priority: '104px',
  requester: 'minmax(100px, 1fr)',
  team: 'minmax(90px, 1fr)',
  assignee: 'minmax(100px, 1fr)',
  tags: 'minmax(120px, 1.4fr)',
  due: '132px',
  created: '96px',
  updated: '96px',
};

export const gridTemplate = (columns: readonly Column[]): string => ['40px', ...columns.map((c) => widths[c])].join(' ');

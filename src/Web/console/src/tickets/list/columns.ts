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

/** The least width in pixels, and the share of what is left. */
const widths: Record<Column, [least: number, share: number]> = {
  number: [78, 0],
  subject: [180, 3],
  state: [96, 0.4],
  priority: [88, 0],
  requester: [84, 1],
  team: [80, 1],
  assignee: [84, 1],
  tags: [110, 1.4],
  due: [128, 0],
  created: [72, 0],
  updated: [72, 0],
};

const pick = 32;
const gap = 12;
const padding = 40;

export const gridTemplate = (columns: readonly Column[]): string =>
  [`${pick}px`, ...columns.map((c) => (widths[c][1] === 0 ? `${widths[c][0]}px` : `minmax(${widths[c][0]}px, ${widths[c][1]}fr)`))].join(' ');

/** Narrower than this the table scrolls sideways. */
export const leastWidth = (columns: readonly Column[]): number => padding + pick + columns.reduce((sum, c) => sum + widths[c][0] + gap, 0);

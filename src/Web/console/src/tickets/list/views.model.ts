import type { SavedView, TicketListQuery } from '@grainline/client';
import type { Dictionary } from '../../i18n/en';
import { cleanFilter } from './filter.model';

/** The views that every tenant begins with have no name in a language: theirs are in ours. */
export const viewName = (view: SavedView, t: Dictionary): string => t.tickets.usualViews[view.name.toLowerCase()] ?? view.name;

export const sameQuery = (a: TicketListQuery, b: TicketListQuery): boolean =>
  a.order === b.order && a.descending === b.descending && JSON.stringify(cleanFilter(a.filter)) === JSON.stringify(cleanFilter(b.filter));

/** The views of a group that a step up or down gives another place. */
export function swapped(group: readonly SavedView[], id: string, step: number): SavedView[] {
  const at = group.findIndex((v) => v.id === id);
  const to = at + step;
  if (at < 0 || to < 0 || to >= group.length) return [];
  const order = group.map((v) => v.id);
  [order[at], order[to]] = [order[to] ?? '', order[at] ?? ''];
  return group.flatMap((v) => {
    const place = order.indexOf(v.id);
    return place === v.order ? [] : [{ ...v, order: place }];
  });
}

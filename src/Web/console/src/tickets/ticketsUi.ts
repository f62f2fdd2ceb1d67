import type { SavedView, TicketFilter, TicketListQuery, TicketOrder } from '@grainline/client';
import { create } from 'zustand';
import { cleanFilter } from './list/filter.model';

/** What is shown when nothing else was chosen: everything that is not over. */
export const firstQuery: TicketListQuery = { filter: { categories: ['new', 'open', 'pending', 'onHold'] }, order: 'updated', descending: true };

export const columnNames = ['number', 'subject', 'state', 'priority', 'requester', 'team', 'assignee', 'tags', 'due', 'created', 'updated'] as const;
export type Column = (typeof columnNames)[number];
export const usualColumns: Column[] = ['number', 'subject', 'state', 'priority', 'requester', 'assignee', 'due', 'updated'];

interface TicketsUi {
  /** The saved view that the list began with; null for none. */
  viewId: string | null;
  query: TicketListQuery;
  columns: Column[];
  /** Words to search for; a list is shown while there are none. */
  text: string;
  /** The row that the keys act on. */
  cursor: string | null;
  picked: ReadonlySet<string>;
  /** Where a range begins. */
  anchor: string | null;
  creating: boolean;
  openView(view: SavedView, me: string): void;
  filter(change: Partial<TicketFilter>): void;
  clearFilters(): void;
  sort(order: TicketOrder): void;
  setColumns(columns: Column[]): void;
  search(text: string): void;
  moveTo(id: string | null): void;
  pick(id: string, on: boolean): void;
  pickRange(ids: readonly string[], to: string): void;
  pickAll(ids: readonly string[]): void;
  setCreating(open: boolean): void;
}

/** What of the tickets one person looks at. Kept while other pages are shown. */
export const useTicketsUi = create<TicketsUi>((set) => ({
  viewId: null,
  query: firstQuery,
  columns: usualColumns,
  text: '',
  cursor: null,
  picked: new Set(),
  anchor: null,
  creating: false,
  openView: (view) =>
    set({ viewId: view.id, query: queryOf(view), columns: columnsOf(view), text: '', cursor: null, picked: new Set(), anchor: null }),
  filter: (change) =>
    set(({ query }) => ({ query: { ...query, filter: cleanFilter({ ...query.filter, ...change }) }, picked: new Set(), cursor: null, anchor: null })),
  clearFilters: () => set(({ query }) => ({ query: { ...query, filter: {} }, viewId: null, text: '', picked: new Set(), cursor: null })),
  sort: (order) =>
    set(({ query }) => ({
      // Numbers and instants are wanted newest first, what is due soonest first.
      query: { ...query, order, descending: query.order === order ? !query.descending : order !== 'due' },
    })),
  setColumns: (columns) => set({ columns: columnNames.filter((c) => columns.includes(c) || c === 'subject') }),
  search: (text) => set({ text }),
  moveTo: (cursor) => set({ cursor }),
  pick: (id, on) => set(({ picked }) => ({ picked: changed(picked, [id], on), anchor: id, cursor: id })),
  pickRange: (ids, to) =>
    set(({ picked, anchor, cursor }) => {
      const [a, b] = [ids.indexOf(anchor ?? cursor ?? to), ids.indexOf(to)];
      if (b < 0) return {};
      const from = a < 0 ? b : a;
      return { picked: changed(picked, ids.slice(Math.min(from, b), Math.max(from, b) + 1), true), cursor: to, anchor: ids[from] ?? to };
    }),
  pickAll: (ids) => set({ picked: new Set(ids), anchor: null }),
  setCreating: (creating) => set({ creating }),
}));

function changed(picked: ReadonlySet<string>, ids: readonly string[], on: boolean): ReadonlySet<string> {
  const next = new Set(picked);
  for (const id of ids)
    if (on) next.add(id);
    else next.delete(id);
  return next;
}

export const queryOf = (view: SavedView): TicketListQuery => ({
  filter: cleanFilter(view.filterJson ?? {}),
  order: view.sortBy,
  descending: view.descending,
});

export function columnsOf(view: SavedView): Column[] {
  const known = columnNames.filter((c) => (view.columns ?? []).includes(c) || c === 'subject');
  return known.length > 1 ? known : usualColumns;
}

import { create } from 'zustand';
import { noFilters, type Filters } from '../list/rows';

export type Tab = 'mine' | 'queue' | 'all';
export type Overlay = 'transfer' | 'ticket' | 'keys' | 'palette';

export interface WriteWish {
  conversationId: string;
  tab: 'reply' | 'note';
  /** Epoch milliseconds. */
  at: number;
}

const wishMs = 3_000;

/** Single keys are text that has no place yet: an accepted chat is loading. A composer that never comes must not take the keys for good. */
export const keysAreText = (ui: Pick<Ui, 'accepting' | 'wish'>, now: number): boolean =>
  ui.accepting || (ui.wish !== null && now - ui.wish.at < wishMs);

export type Zone = 'inbox' | 'queue' | 'tickets' | 'overview' | 'audit' | 'admin';
const zones: Zone[] = ['inbox', 'queue', 'tickets', 'overview', 'audit', 'admin'];

interface Ui {
  zone: Zone;
  tab: Tab;
  filters: Filters;
  /** The conversation in the thread. */
  selected: string | null;
  /** The ticket on the ticket page; null for the list. */
  ticket: string | null;
  details: boolean;
  overlay: Overlay | null;
  /** Ids of the list as it stands now, for the keys that go up and down. */
  order: string[];
  /** A wish to write in a conversation, until its composer has taken it: that may have to load first. */
  wish: WriteWish | null;
  /** An accepted offer is on its way: what is typed meanwhile is meant for its composer, not for the shortcuts. */
  accepting: boolean;
  /** The offer that was leafed to; null for the one that ends first. */
  offer: string | null;
  /** The menu of reasons for declining the front offer is open. */
  declining: boolean;
  select(id: string | null): void;
  openTicket(id: string | null): void;
  show(zone: Ui['zone']): void;
  setTab(tab: Tab): void;
  filter(change: Partial<Filters>): void;
  clearFilters(): void;
  setDetails(open: boolean): void;
  open(overlay: Overlay | null): void;
  write(tab: 'reply' | 'note'): void;
  wishTaken(): void;
  setDeclining(open: boolean): void;
}

const fromHash = () => /^#\/c\/([\w.-]+)$/.exec(location.hash)?.[1] ?? null;
const ticketFromHash = () => /^#\/t\/([\w.-]+)$/.exec(location.hash)?.[1] ?? null;
const zoneFromHash = (): Zone => (ticketFromHash() ? 'tickets' : (zones.find((z) => location.hash === `#/${z}`) ?? 'inbox'));
const address = (hash: string) => history.replaceState(null, '', hash === '' ? location.pathname + location.search : hash);

/** Links from outside name tickets by path; from here on the hash says it, like everything else. */
const path = /\/tickets(?:\/([\w.-]+))?\/?$/.exec(location.pathname);
if (path) history.replaceState(null, '', `${location.pathname.slice(0, path.index)}/${location.search}${path[1] ? `#/t/${path[1]}` : '#/tickets'}`);

/** What one person looks at. Nothing here is a copy of what the server says. */
export const useUi = create<Ui>((set, get) => ({
  zone: zoneFromHash(),
  tab: 'mine',
  filters: noFilters,
  selected: fromHash(),
  ticket: ticketFromHash(),
  details: window.innerWidth >= 1280,
  overlay: null,
  order: [],
  wish: null,
  accepting: false,
  offer: null,
  declining: false,
  select: (selected) => {
    // In the address, so that a reload and a shared link come back to it.
    address(selected ? `#/c/${selected}` : '');
    set({ selected, zone: 'inbox' });
  },
  show: (zone) => {
    set(({ selected, ticket }) => {
      // The rail leads to the list: whoever wants a certain ticket opens that.
      const back = zone === 'tickets' ? null : ticket;
      address(zone !== 'inbox' ? `#/${zone}` : selected ? `#/c/${selected}` : '');
      return { zone, ticket: back };
    });
  },
  openTicket: (ticket) => {
    address(ticket ? `#/t/${ticket}` : '#/tickets');
    set({ ticket, zone: 'tickets' });
  },
  setTab: (tab) => {
    set({ tab });
    get().show('inbox');
  },
  filter: (change) => set((s) => ({ filters: { ...s.filters, ...change } })),
  clearFilters: () => set({ filters: noFilters }),
  setDetails: (details) => set({ details }),
  open: (overlay) => set({ overlay }),
  setDeclining: (declining) => set({ declining }),
  write: (tab) => set(({ selected }) => ({ wish: selected === null ? null : { conversationId: selected, tab, at: Date.now() } })),
  wishTaken: () => set({ wish: null }),
}));

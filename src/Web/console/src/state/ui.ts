import { create } from 'zustand';
import { noFilters, type Filters } from '../list/rows';

export type Tab = 'mine' | 'queue' | 'all';
export type Overlay = 'transfer' | 'keys' | 'palette';

interface Ui {
  zone: 'inbox' | 'overview';
  tab: Tab;
  filters: Filters;
  /** The conversation in the thread. */
  selected: string | null;
  details: boolean;
  overlay: Overlay | null;
  /** Ids of the list as it stands now, for the keys that go up and down. */
  order: string[];
  /** Grows with each wish to write, so that the composer takes the focus. */
  writeWish: { tab: 'reply' | 'note'; count: number };
  /** The menu of reasons for declining the front offer is open. */
  declining: boolean;
  select(id: string | null): void;
  show(zone: Ui['zone']): void;
  setTab(tab: Tab): void;
  filter(change: Partial<Filters>): void;
  clearFilters(): void;
  setDetails(open: boolean): void;
  open(overlay: Overlay | null): void;
  write(tab: 'reply' | 'note'): void;
  setDeclining(open: boolean): void;
}

const fromHash = () => /^#\/c\/([\w.-]+)$/.exec(location.hash)?.[1] ?? null;

/** What one person looks at. Nothing here is a copy of what the server says. */
export const useUi = create<Ui>((set) => ({
  zone: 'inbox',
  tab: 'mine',
  filters: noFilters,
  selected: fromHash(),
  details: window.innerWidth >= 1280,
  overlay: null,
  order: [],
  writeWish: { tab: 'reply', count: 0 },
  declining: false,
  select: (selected) => {
    // In the address, so that a reload and a shared link come back to it.
    history.replaceState(null, '', selected ? `#/c/${selected}` : location.pathname);
    set({ selected, zone: 'inbox' });
  },
  show: (zone) => set({ zone }),
  setTab: (tab) => set({ tab, zone: 'inbox' }),
  filter: (change) => set((s) => ({ filters: { ...s.filters, ...change } })),
  clearFilters: () => set({ filters: noFilters }),
  setDetails: (details) => set({ details }),
  open: (overlay) => set({ overlay }),
  setDeclining: (declining) => set({ declining }),
  write: (tab) => set((s) => ({ writeWish: { tab, count: s.writeWish.count + 1 } })),
}));

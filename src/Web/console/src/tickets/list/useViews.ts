import type { GrainlineAgent, SavedView, TicketList } from '@grainline/client';
import { useEffect, useMemo, useState } from 'react';
import { create } from 'zustand';
import type { Loaded } from '../../state/loaded';
import { useWorkspace } from '../../state/workspace';
import { forMe } from './filter.model';

const settleMs = 1_500;
/** The server counts so many filters at once. */
const mostCounts = 50;

interface ViewsStore {
  value: SavedView[] | null;
  error: unknown;
  loading: boolean;
  load(agent: GrainlineAgent): Promise<void>;
}

/** One copy for the list of views and the bar over the tickets. */
export const useViewsStore = create<ViewsStore>((set) => ({
  value: null,
  error: null,
  loading: false,
  load: async (agent) => {
    set({ loading: true });
    try {
      set({ value: (await agent.tickets.views()).items, error: null, loading: false });
    } catch (error) {
      set({ error, loading: false });
    }
  },
}));

/** Shared views, then the reader's own, each in its order. */
export function useViews() {
  const { agent, session } = useWorkspace();
  const { value, error, loading, load } = useViewsStore();
  useEffect(() => {
    const { value: known, loading: running } = useViewsStore.getState();
    if (known === null && !running) void load(agent);
  }, [agent, load]);
  const items = useMemo(() => [...(value ?? [])].sort((a, b) => Number(a.owner !== null) - Number(b.owner !== null) || a.order - b.order), [value]);
  const views: Loaded<SavedView[]> = {
    value,
    error,
    loading,
    reload: () => void load(agent),
    put: (next) => useViewsStore.setState({ value: next }),
  };
  return { views, items, shared: items.filter((v) => v.owner === null), own: items.filter((v) => v.owner === session.agentId) };
}

/** How many tickets each view has; counted again when the lists have moved, however often that is, no more than every second and a half. */
export function useCounts(items: readonly SavedView[], list: TicketList): Record<string, number> {
  const { agent, session } = useWorkspace();
  const [counts, setCounts] = useState<Record<string, number>>({});
  const key = JSON.stringify(items.map((v) => [v.id, v.filterJson]));
  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wanted = (JSON.parse(key) as [string, SavedView['filterJson']][]).slice(0, mostCounts);
    const count = async () => {
      timer = undefined;
      try {
        const found = await agent.tickets.counts(wanted.map(([, filter]) => forMe(filter, session.agentId)));
        if (!gone) setCounts(Object.fromEntries(wanted.map(([id], i) => [id, found[i] ?? 0])));
      } catch {
        // Numbers beside names: the last ones stay until the lists move again.
      }
    };
    if (wanted.length > 0) void count();
    let position = list.position;
    const stop = list.on('change', () => {
      if (list.position === position || wanted.length === 0) return;
      position = list.position;
      timer ??= setTimeout(() => void count(), settleMs);
    });
    return () => {
      gone = true;
      clearTimeout(timer);
      stop();
    };
  }, [agent, session.agentId, key, list]);
  return counts;
}

/** The server counts to a thousand. */
export const countText = (n: number): string => (n >= 1_000 ? '999+' : String(n));

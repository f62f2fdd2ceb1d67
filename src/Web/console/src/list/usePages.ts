import type { ConversationQuery } from '@grainline/client';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { Pages, type PagesState } from '../state/pages';
import { useWorkspace } from '../state/workspace';

const pollMs = 15_000;

export interface LivePages extends PagesState {
  more(): void;
  reload(): void;
}

/** A list of the read model that follows the live events; the poll catches what concerns neither this agent nor a shown conversation. */
export function usePages(view: 'queue' | 'all', queue: string | null, status: ConversationQuery['status'] | null): LivePages {
  const { agent } = useWorkspace();
  const pages = useMemo(
    () =>
      new Pages((cursor) =>
        agent.conversations({ view, limit: 50, ...(queue ? { queue } : {}), ...(status ? { status } : {}), ...(cursor ? { cursor } : {}) }),
      ),
    [agent, view, queue, status],
  );
  const state = useSyncExternalStore(pages.subscribe, pages.get);
  useEffect(() => {
    void pages.reload();
    const stale = () => pages.stale();
    const stops = [
      agent.on('feed', stale),
      agent.on('conversation', stale),
      agent.on('state', (s) => {
        if (s === 'online') stale();
      }),
    ];
    const poll = setInterval(() => {
      if (document.visibilityState === 'visible') stale();
    }, pollMs);
    return () => {
      for (const stop of stops) stop();
      clearInterval(poll);
      pages.dispose();
    };
  }, [agent, pages]);
  return { ...state, more: () => void pages.more(), reload: () => void pages.reload() };
}

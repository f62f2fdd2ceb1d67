import type { SearchHit, TicketFilter } from '@grainline/client';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { useWorkspace } from '../../state/workspace';

interface Found {
  hits: SearchHit[];
  next: string | null;
  loading: boolean;
  error: unknown;
}

const nothing: Found = { hits: [], next: null, loading: true, error: null };

/** One search and its further pages; an answer to words that are not searched for any more is dropped. */
export function useSearch(text: string, filter: TicketFilter | null, conversations: boolean) {
  const { agent } = useWorkspace();
  const [found, setFound] = useState<Found>(nothing);
  const [round, retry] = useReducer((n: number) => n + 1, 0);
  const current = useRef(0);
  const key = JSON.stringify(filter);
  const load = useCallback(
    async (known: SearchHit[], cursor: string | null) => {
      const mine = ++current.current;
      setFound((f) => ({ ...f, loading: true, error: null }));
      try {
        const page = await agent.tickets.search({ text, filter: JSON.parse(key) as TicketFilter | null, conversations, cursor, limit: 30 });
        if (mine === current.current) setFound({ hits: [...known, ...page.items], next: page.next ?? null, loading: false, error: null });
      } catch (error) {
        if (mine === current.current) setFound((f) => ({ ...f, loading: false, error }));
      }
    },
    [agent, text, key, conversations],
  );
  useEffect(() => {
    setFound(nothing);
    void load([], null);
    return () => {
      current.current++;
    };
  }, [load, round]);
  return { ...found, more: () => void load(found.hits, found.next), retry };
}

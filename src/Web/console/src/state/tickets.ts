import type { TicketList, TicketListQuery, TicketThread } from '@grainline/client';
import { useEffect, useMemo, useReducer } from 'react';
import { useWorkspace } from './workspace';

/** Draws again with each change, at most once a frame. */
function useChanges(source: { on(event: 'change', run: () => void): () => void }): void {
  const [, changed] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    let frame = 0;
    const stop = source.on('change', () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        changed();
      });
    });
    changed();
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [source]);
}

/** A list that is kept as long as it is shown; the SDK's list is the only copy of the truth. */
export function useTicketList(query: TicketListQuery): TicketList {
  const { agent } = useWorkspace();
  const key = JSON.stringify(query);
  const list = useMemo(() => agent.ticketList(JSON.parse(key) as TicketListQuery), [agent, key]);
  useEffect(() => {
    list.open();
    return () => list.close();
  }, [list]);
  useChanges(list);
  return list;
}

export function useTicketThread(ticketId: string): TicketThread {
  const { agent } = useWorkspace();
  const thread = useMemo(() => agent.ticketThread(ticketId), [agent, ticketId]);
  useEffect(() => {
    thread.open();
    return () => thread.close();
  }, [thread]);
  useChanges(thread);
  return thread;
}

import type { TicketView } from '@grainline/client';
import { useState } from 'react';
import { useLoaded } from '../../state/loaded';
import { useWorkspace } from '../../state/workspace';

export interface AsOf {
  /** The instant that is looked at; null for now. */
  at: string | null;
  /** What it was then; null for now, and until it has come. */
  view: TicketView | null;
  error: unknown;
  loading: boolean;
  /** The ticket's first and last instants, in epoch milliseconds. */
  from: number;
  to: number;
  go(at: string | null): void;
}

/** A ticket as it was at an instant. */
export function useAsOf(ticketId: string, now: TicketView | null): AsOf {
  const { agent } = useWorkspace();
  const [at, go] = useState<string | null>(null);
  const then = useLoaded<TicketView | null>(`${ticketId} ${at ?? ''}`, () =>
    at === null ? Promise.resolve(null) : agent.tickets.ticket(ticketId, at),
  );
  return {
    at,
    view: at === null ? null : then.value,
    error: at === null ? null : then.error,
    loading: at !== null && then.loading,
    from: now ? Date.parse(now.createdAt) : 0,
    to: now ? Date.parse(now.updatedAt) : 0,
    go,
  };
}

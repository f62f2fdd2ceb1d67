import type { TicketAction, TicketThread, TicketView } from '@grainline/client';
import { createContext, useContext } from 'react';

export interface ActOptions {
  /** The version that the person saw when the edit began; asked for where two edits could cross. */
  base?: number;
  macro?: string;
  /** Told instead of a message on the page; a form shows it at its field. */
  onError?(error: unknown): void;
}

/** Applies a change; true when it is done. */
export type Act = (actions: TicketAction[], options?: ActOptions) => Promise<boolean>;

export interface OpenTicket {
  thread: TicketThread;
  /** As it is, or as it was then. */
  view: TicketView;
  /** Nothing can be changed now. */
  frozen: boolean;
  act: Act;
}

export const TicketContext = createContext<OpenTicket | null>(null);

export function useTicket(): OpenTicket {
  const ticket = useContext(TicketContext);
  if (!ticket) throw new Error('This is shown outside a ticket.');
  return ticket;
}

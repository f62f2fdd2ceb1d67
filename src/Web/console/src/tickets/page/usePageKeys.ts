import type { TicketRow } from '@grainline/client';
import { useEffect, useRef } from 'react';
import { isWriting } from '../../shortcuts/keys';
import { useUi } from '../../state/ui';
import { pageCommand } from '../ticketKeys';
import { useTicketsUi } from '../ticketsUi';
import { useWriteWish } from './writeWish';

/** J and K lead to the neighbours in the list, R and N into the composer, Escape back. */
export function usePageKeys(ticketId: string, rows: readonly TicketRow[], open: (dialog: 'transfer') => void): void {
  const newest = useRef({ rows, open });
  newest.current = { rows, open };
  useEffect(() => {
    const listen = (e: KeyboardEvent) => {
      const { overlay, openTicket } = useUi.getState();
      const dialog = document.querySelector('[role="dialog"]') !== null;
      const command = pageCommand(e, isWriting(e.target) || overlay !== null || dialog);
      if (!command) return;
      const ids = newest.current.rows.map((r) => r.ticketId);
      const at = ids.indexOf(ticketId);
      const go = (id: string | undefined) => {
        if (!id || id === ticketId) return;
        useTicketsUi.getState().moveTo(id);
        openTicket(id);
      };
      if (command === 'next') go(ids[at + 1]);
      else if (command === 'previous') go(at < 0 ? ids[0] : ids[at - 1]);
      else if (command === 'back') openTicket(null);
      else if (command === 'transfer') newest.current.open('transfer');
      else useWriteWish.getState().wish(command);
      e.preventDefault();
    };
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, [ticketId]);
}

import { useEffect, useRef } from 'react';
import { isWriting } from '../../shortcuts/keys';
import { useUi } from '../../state/ui';
import { listCommand } from '../ticketKeys';
import { useTicketsUi } from '../ticketsUi';

/** J and K go through the rows, Enter opens, X picks, with Shift a range. */
export function useListKeys(ids: readonly string[]): void {
  const newest = useRef(ids);
  newest.current = ids;
  useEffect(() => {
    const listen = (e: KeyboardEvent) => {
      const { overlay, openTicket } = useUi.getState();
      const ui = useTicketsUi.getState();
      const inGrid = e.target instanceof HTMLElement && e.target.getAttribute('role') === 'grid';
      const command = listCommand(e, (isWriting(e.target) && !inGrid) || overlay !== null || ui.creating, inGrid || e.target === document.body);
      if (!command) return;
      const all = newest.current;
      const at = ui.cursor === null ? -1 : all.indexOf(ui.cursor);
      const to = all[Math.max(0, Math.min(all.length - 1, command === 'next' || command === 'extendNext' ? at + 1 : at - 1))];
      switch (command) {
        case 'next':
        case 'previous':
          if (to) ui.moveTo(to);
          break;
        case 'extendNext':
        case 'extendPrevious':
          if (to) ui.pickRange(all, to);
          break;
        case 'open':
          if (at < 0) return;
          openTicket(ui.cursor);
          break;
        case 'pick':
          if (ui.cursor) ui.pick(ui.cursor, !ui.picked.has(ui.cursor));
          break;
        case 'clear':
          if (ui.picked.size === 0) return;
          ui.pickAll([]);
          break;
        case 'search':
          document.getElementById('ticket-search')?.focus();
      }
      e.preventDefault();
    };
    // Before the page's own shortcuts, which would take J and K for conversations.
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, []);
}

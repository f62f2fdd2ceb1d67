import type { TicketThread } from '@grainline/client';
import { useEffect } from 'react';
import { create } from 'zustand';

/** Places on the page where something is being edited. */
const useEditing = create<{ places: number }>(() => ({ places: 0 }));

/** While it is drawn with `on`, others see that this ticket is being edited. */
export function useEditsTicket(on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    useEditing.setState((s) => ({ places: s.places + 1 }));
    return () => useEditing.setState((s) => ({ places: s.places - 1 }));
  }, [on]);
}

/** Tells others what this person does with the ticket. */
export function useLook(thread: TicketThread): void {
  const editing = useEditing((s) => s.places > 0);
  useEffect(() => thread.lookAt(editing ? 'editing' : 'viewing'), [thread, editing]);
}

import { useMemo } from 'react';
import '../styles/admin.css';
import '../styles/overview.css';
import '../styles/queue.css';
import '../styles/tickets.css';
import { useUi } from '../state/ui';
import { useTicketList } from '../state/tickets';
import { useWorkspace } from '../state/workspace';
import { CreateTicket } from './create/CreateTicket';
import { forMe } from './list/filter.model';
import { TicketListPage } from './list/TicketListPage';
import { TicketPage } from './page/TicketPage';
import { useTicketsUi } from './ticketsUi';

/** The list, or one ticket over it: the list stays, so that going back and to the next one is instant. */
export default function TicketsPage() {
  const { session } = useWorkspace();
  const { query, creating, setCreating } = useTicketsUi();
  const { ticket, openTicket } = useUi();
  const asked = useMemo(() => ({ ...query, filter: forMe(query.filter, session.agentId) }), [query, session.agentId]);
  const list = useTicketList(asked);
  return (
    <>
      {ticket === null ? <TicketListPage list={list} /> : <TicketPage key={ticket} ticketId={ticket} rows={list.rows} />}
      {creating && (
        <CreateTicket
          onClose={() => setCreating(false)}
          onCreated={(id) => {
            setCreating(false);
            openTicket(id);
          }}
        />
      )}
    </>
  );
}

import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import '../../styles/tickets.css';
import { errorText } from '../../common/errorText';
import { RowsSkeleton } from '../../common/Skeleton';
import { useT } from '../../i18n/language';
import { useTicketList } from '../../state/tickets';
import { useUi } from '../../state/ui';
import { StateChip } from '../StateChip';

const shown = 8;

/** The visitor's tickets beside the conversation, live. */
export function ConversationTickets({ visitorId }: { visitorId: string }) {
  const t = useT();
  const { open, openTicket } = useUi();
  const query = useMemo(() => ({ filter: { requester: visitorId }, order: 'updated' as const, descending: true }), [visitorId]);
  const list = useTicketList(query);
  return (
    <section className="card" aria-label={t.tickets.ofVisitor}>
      <h4>{t.tickets.ofVisitor}</h4>
      {list.at === null && list.error === null && <RowsSkeleton rows={1} />}
      {list.at === null && list.error !== null && (
        <p className="field-error" role="alert">
          {errorText(list.error, t)}{' '}
          <button type="button" className="link" onClick={() => list.reload()}>
            {t.app.retry}
          </button>
        </p>
      )}
      {list.at !== null && list.rows.length === 0 && <p className="muted">{t.tickets.noneOfVisitor}</p>}
      <ul className="ticket-links">
        {list.rows.slice(0, shown).map((r) => (
          <li key={r.ticketId}>
            <button type="button" className="link ellipsis" onClick={() => openTicket(r.ticketId)}>
              <span className="num">#{r.number}</span> {r.subject}
            </button>
            <StateChip team={r.team} state={r.state} category={r.category} />
          </li>
        ))}
      </ul>
      <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => open('ticket')}>
        {t.tickets.fromConversation}
      </Button>
    </section>
  );
}

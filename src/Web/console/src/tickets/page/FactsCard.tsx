import { fullTime } from '../../common/time';
import { Copyable } from '../../context/Copyable';
import { Fact } from '../../context/Fact';
import { useLanguage, useT } from '../../i18n/language';
import { useUi } from '../../state/ui';
import { useTicket } from './context';

/** Whom it is for, where it came from, when. */
export function FactsCard() {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const select = useUi((s) => s.select);
  const { view } = useTicket();
  const { requester, conversation } = view;
  return (
    <section className="card" aria-label={t.ticket.facts}>
      <h4>{t.ticket.facts}</h4>
      <dl className="facts">
        {requester && <Fact label={t.ticket.requester}>{requester.name}</Fact>}
        {requester?.email && (
          <Fact label={t.context.email}>
            <a href={`mailto:${requester.email}`}>{requester.email}</a>
          </Fact>
        )}
        {conversation && (
          <Fact label={t.tickets.conversation}>
            <button type="button" className="link" onClick={() => select(conversation)}>
              {t.ticket.openConversation}
            </button>
          </Fact>
        )}
        <Fact label={t.ticket.createdBy}>{view.createdBy.name}</Fact>
        <Fact label={t.tickets.columns.created}>{fullTime(view.createdAt, language)}</Fact>
        <Fact label={t.tickets.columns.updated}>{fullTime(view.updatedAt, language)}</Fact>
        {view.solvedAt && <Fact label={t.ticket.solvedAt}>{fullTime(view.solvedAt, language)}</Fact>}
        <Fact label={t.ticket.id}>
          <Copyable text={view.ticketId} />
        </Fact>
      </dl>
    </section>
  );
}

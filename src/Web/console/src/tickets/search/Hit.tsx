import { CommentOutlined, TagsOutlined } from '@ant-design/icons';
import type { SearchHit } from '@grainline/client';
import { shortTime } from '../../common/time';
import { useLanguage, useT } from '../../i18n/language';
import { StatusChip } from '../../list/StatusChip';
import { StateChip } from '../StateChip';
import { Excerpt } from './Excerpt';

/** One thing that was found: a ticket, or a conversation. */
export function Hit({ hit: { ticket, conversation, excerpt }, onOpen }: { hit: SearchHit; onOpen(): void }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const at = ticket?.updatedAt ?? conversation?.lastAt ?? conversation?.openedAt;
  return (
    <button type="button" className="hit" onClick={onOpen}>
      <span className="hit-kind" title={ticket ? t.tickets.ticket : t.tickets.conversation}>
        {ticket ? <TagsOutlined aria-label={t.tickets.ticket} /> : <CommentOutlined aria-label={t.tickets.conversation} />}
      </span>
      <span className="hit-body">
        <span className="row-line">
          <span className="row-name ellipsis">
            {ticket && <span className="num muted">#{ticket.number} </span>}
            {ticket?.subject ?? conversation?.subject ?? conversation?.visitorName}
          </span>
          {ticket && <StateChip team={ticket.team} state={ticket.state} category={ticket.category} />}
          {conversation && <StatusChip status={conversation.status} />}
          {at && (
            <time className="row-time num" dateTime={at}>
              {shortTime(at, language)}
            </time>
          )}
        </span>
        <Excerpt text={excerpt} />
      </span>
    </button>
  );
}

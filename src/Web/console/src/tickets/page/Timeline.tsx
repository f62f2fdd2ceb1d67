import { DownOutlined } from '@ant-design/icons';
import { useCallback, useState } from 'react';
import { useNow } from '../../common/clock';
import { ThreadSkeleton } from '../../common/Skeleton';
import { dayLabel } from '../../common/time';
import { useLanguage, useT } from '../../i18n/language';
import { useStick } from '../../thread/useStick';
import { CommentItem } from './CommentItem';
import { useTicket } from './context';
import { FoldedChanges } from './FoldedChanges';
import { ticketItems } from './timeline.model';

const page = 120;

/** What was said and done, oldest first; it grows upwards as the reader scrolls. */
export function Timeline({ until }: { until: string | null }) {
  const t = useT();
  const { thread } = useTicket();
  const items = ticketItems(thread.entries, until);
  const [limit, setLimit] = useState(page);
  const shown = items.slice(-limit);
  const newest = items[items.length - 1]?.key ?? null;
  const older = useCallback(() => setLimit((n) => (n < items.length ? n + page : n)), [items.length]);
  const { ref, onScroll, away, toEnd } = useStick(thread.ticketId, newest, shown.length, older);
  return (
    <div className="messages-frame">
      <div
        ref={ref}
        className="messages"
        onScroll={onScroll}
        tabIndex={0}
        role="log"
        aria-live="polite"
        aria-relevant="additions"
        aria-label={t.ticket.timeline}
        aria-busy={!thread.loaded}
      >
        <div className="messages-inner ticket-timeline">
          {!thread.loaded && items.length === 0 ? (
            <ThreadSkeleton />
          ) : (
            shown.map((item) =>
              item.type === 'day' ? (
                <Day key={item.key} at={item.at} />
              ) : item.type === 'words' ? (
                <CommentItem key={item.key} entry={item.entry} />
              ) : (
                <FoldedChanges key={item.key} entries={item.entries} />
              ),
            )
          )}
        </div>
      </div>
      {away && (
        <button type="button" className="latest" onClick={toEnd}>
          <DownOutlined aria-hidden /> {t.thread.latest}
        </button>
      )}
    </div>
  );
}

function Day({ at }: { at: string }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  return (
    <div className="line-day" role="separator">
      <span>{dayLabel(at, useNow(), language, t)}</span>
    </div>
  );
}

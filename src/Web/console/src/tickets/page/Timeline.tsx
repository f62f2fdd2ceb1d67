import { useCallback, useState } from 'react';
import { useT } from '../../i18n/language';
import { DayLine, LogFrame } from '../../thread/LogFrame';
import { useStick } from '../../thread/useStick';
import { CommentItem } from './CommentItem';
import { useTicket } from './context';
import { FoldedChanges } from './FoldedChanges';
import { ticketItems } from './timeline.model';

const page = 120;

/** What was said and done, oldest first; it grows upwards as the reader scrolls. */
export function Timeline({ until }: { until: number | null }) {
  const t = useT();
  const { thread } = useTicket();
  const items = ticketItems(thread.entries, until);
  const [limit, setLimit] = useState(page);
  const shown = items.slice(-limit);
  const newest = items[items.length - 1]?.key ?? null;
  const older = useCallback(() => setLimit((n) => (n < items.length ? n + page : n)), [items.length]);
  const stick = useStick(thread.ticketId, newest, shown.length, older);
  return (
    <LogFrame
      stick={stick}
      label={t.ticket.timeline}
      loaded={thread.loaded}
      empty={items.length === 0}
      latest={t.thread.latest}
      className="messages-inner ticket-timeline"
    >
      {shown.map((item) =>
        item.type === 'day' ? (
          <DayLine key={item.key} at={item.at} />
        ) : item.type === 'words' ? (
          <CommentItem key={item.key} entry={item.entry} />
        ) : (
          <FoldedChanges key={item.key} entries={item.entries} />
        ),
      )}
    </LogFrame>
  );
}

import { LoadingOutlined } from '@ant-design/icons';
import type { ConversationThread, ConversationView } from '@grainline/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useT } from '../i18n/language';
import { useWorkspace } from '../state/workspace';
import { Bubble } from './Bubble';
import { EventLine } from './EventLine';
import { DayLine, LogFrame } from './LogFrame';
import { timeline, type TimelineItem } from './timeline';
import { TypingLine } from './TypingLine';
import { useStick } from './useStick';

const page = 80;

/** The log of one conversation. The SDK holds all of it; the page draws its end and grows upwards as the reader scrolls. */
export function Messages({ thread, view }: { thread: ConversationThread; view: ConversationView | null }) {
  const t = useT();
  const { session } = useWorkspace();
  const entries = thread.log.entries;
  const [limit, setLimit] = useState(page);
  const newAfter = useNewAfter(thread, view);
  const shown = entries.length > limit ? entries.slice(-limit) : entries;
  const newest = entries[entries.length - 1] ?? null;
  const hasOlder = shown.length < entries.length;
  const older = useCallback(() => setLimit((n) => (n < entries.length ? n + page : n)), [entries.length]);
  const stick = useStick(thread.conversationId, newest?.key ?? null, shown.length, older);
  const { away, toEnd } = stick;
  const mine = view?.assignee?.id === session.agentId;

  // Reading is what the assignee does with the page before the eyes: not while away in the text, not in a hidden tab.
  useEffect(() => {
    const read = () => {
      if (mine && !away && document.visibilityState === 'visible' && thread.log.last > 0) thread.markRead();
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [thread, thread.log.last, mine, away]);
  const seenCount = useRef(0);
  useEffect(() => {
    if (!away) seenCount.current = entries.length;
  }, [away, entries.length]);
  useEffect(() => {
    if (newest?.mine && newest.seq === null) toEnd();
  }, [newest?.key, toEnd]);

  const unseen = away ? entries.length - seenCount.current : 0;
  return (
    <LogFrame
      stick={stick}
      label={t.thread.label}
      loaded={thread.loaded}
      empty={entries.length === 0}
      latest={unseen > 0 ? t.thread.latestNew(unseen) : t.thread.latest}
    >
      <p className="thread-start">
        {hasOlder ? (
          <>
            <LoadingOutlined aria-hidden /> {t.thread.loadingOlder}
          </>
        ) : entries.length > 0 ? (
          t.thread.beginning
        ) : (
          t.thread.empty
        )}
      </p>
      {timeline(shown, newAfter).map((item) => (
        <Item key={item.key} item={item} thread={thread} myName={session.name} />
      ))}
      {thread.typing && thread.typing.author.id !== session.agentId && <TypingLine typing={thread.typing} />}
    </LogFrame>
  );
}

function Item({ item, thread, myName }: { item: TimelineItem; thread: ConversationThread; myName: string }) {
  const t = useT();
  switch (item.type) {
    case 'day':
      return <DayLine at={item.at} />;
    case 'new':
      return (
        <div className="line-new" role="separator">
          <span>{t.thread.newLine}</span>
        </div>
      );
    case 'events':
      return <EventLine entries={item.entries} />;
    case 'message':
      return <Bubble entry={item.entry} continued={item.continued} thread={thread} myName={myName} />;
  }
}

/** Where the "new" line stands: after what staff had read when this thread was opened. Null when there was nothing new. */
function useNewAfter(thread: ConversationThread, view: ConversationView | null): number | null {
  const [at, setAt] = useState<number | null | undefined>(undefined);
  const unread = view !== null && view.lastMessage !== null && view.lastMessage.author.kind === 'visitor' && view.lastMessage.seq > view.staffReadSeq;
  useEffect(() => {
    if (at === undefined && view) setAt(unread ? view.staffReadSeq : null);
  }, [at, view, unread, thread]);
  return at ?? null;
}

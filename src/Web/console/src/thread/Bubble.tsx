import { CheckOutlined, ClockCircleOutlined, ExclamationCircleFilled, LockOutlined } from '@ant-design/icons';
import type { ConversationThread, LogEntry } from '@grainline/client';
import { memo } from 'react';
import { Avatar } from '../common/Avatar';
import { errorText } from '../common/errorText';
import { clockTime, fullTime } from '../common/time';
import { MessageFiles } from '../files/MessageFiles';
import { useLanguage, useT } from '../i18n/language';
import { RichText } from './RichText';

interface Props {
  entry: LogEntry;
  continued: boolean;
  thread: ConversationThread;
  myName: string;
}

/** One message or note. Visitors stand left, staff right. */
export const Bubble = memo(function Bubble({ entry, continued, thread, myName }: Props) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const note = entry.kind === 'note';
  const side = entry.author.kind === 'visitor' ? 'left' : 'right';
  const name = entry.mine ? myName : entry.author.name;
  return (
    <article className="bubble-row" data-side={side} data-note={note} data-continued={continued} data-state={entry.state ?? 'none'}>
      {side === 'left' && <span className="bubble-face">{!continued && <Avatar name={name} size={28} />}</span>}
      <div className="bubble-box">
        {!continued && (
          <header className="bubble-head">
            {note && (
              <span className="note-mark">
                <LockOutlined aria-hidden /> {t.thread.noteLabel}
              </span>
            )}
            <span>{name}</span>
            <time className="num" dateTime={entry.at} title={fullTime(entry.at, language)}>
              {clockTime(entry.at, language)}
            </time>
          </header>
        )}
        <div className="bubble">
          {entry.text !== '' && <RichText text={entry.text} />}
          <MessageFiles files={entry.attachments} />
        </div>
        {entry.state === 'failed' ? <Failed entry={entry} thread={thread} /> : entry.state && <Delivery state={entry.state} note={note} />}
      </div>
    </article>
  );
});

function Delivery({ state, note }: { state: NonNullable<LogEntry['state']>; note: boolean }) {
  const t = useT();
  if (note && state !== 'sending') return null;
  const label = t.thread[state];
  return (
    <span className="delivery" data-state={state} title={label}>
      {state === 'sending' ? <ClockCircleOutlined aria-hidden /> : <CheckOutlined aria-hidden />}
      {(state === 'delivered' || state === 'read') && <CheckOutlined aria-hidden className="delivery-second" />}
      <span className={state === 'sending' || state === 'read' ? '' : 'sr-only'}>{label}</span>
    </span>
  );
}

function Failed({ entry, thread }: { entry: LogEntry; thread: ConversationThread }) {
  const t = useT();
  const id = entry.clientMessageId;
  return (
    <span className="delivery" data-state="failed" role="alert">
      <ExclamationCircleFilled aria-hidden /> {t.thread.failed}
      {entry.error && `: ${errorText(entry.error, t)}`}
      {id && (
        <button type="button" className="link" onClick={() => thread.retry(id)}>
          {t.thread.retry}
        </button>
      )}
      {id && (
        <button type="button" className="link" onClick={() => thread.discard(id)}>
          {t.thread.discard}
        </button>
      )}
    </span>
  );
}

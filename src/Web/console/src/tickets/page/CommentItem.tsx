import { LockOutlined } from '@ant-design/icons';
import type { TicketEntry } from '@grainline/client';
import { memo } from 'react';
import { Avatar } from '../../common/Avatar';
import { clockTime, fullTime } from '../../common/time';
import { useLanguage, useT } from '../../i18n/language';
import { RichText } from '../../thread/RichText';
import { Attachments } from '../Attachments';

/** What somebody has said: to the requester, or to colleagues only. */
export const CommentItem = memo(function CommentItem({ entry }: { entry: TicketEntry }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const note = entry.kind === 'note';
  return (
    <article className="comment-item" data-note={note} data-by={entry.by.kind} id={`entry-${entry.seq}`}>
      <Avatar name={entry.by.name} size={32} />
      <div className="comment-box">
        <header className="bubble-head">
          {note && (
            <span className="note-mark">
              <LockOutlined aria-hidden /> {t.thread.noteLabel}
            </span>
          )}
          <span>{entry.by.name}</span>
          {entry.by.kind === 'visitor' && <span className="chip">{t.ticket.requester}</span>}
          <time className="num" dateTime={entry.at} title={fullTime(entry.at, language)}>
            {clockTime(entry.at, language)}
          </time>
          {entry.macro && <span>{t.ticket.byMacro(entry.macro)}</span>}
        </header>
        <div className="bubble">
          <RichText text={entry.text ?? ''} />
        </div>
        <Attachments items={entry.attachments} />
      </div>
    </article>
  );
});

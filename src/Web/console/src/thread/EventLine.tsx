import type { LogEntry } from '@grainline/client';
import { useState } from 'react';
import { clockTime } from '../common/time';
import { useLanguage, useT } from '../i18n/language';
import { eventText } from './eventText';

const shown = 3;

/** A run of events as one grey line; a long run shows its end and opens on demand. */
export function EventLine({ entries }: { entries: LogEntry[] }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const [open, setOpen] = useState(false);
  const visible = open ? entries : entries.slice(-shown);
  const hidden = entries.length - visible.length;
  return (
    <div className="event-line">
      {hidden > 0 && (
        <button type="button" className="link" onClick={() => setOpen(true)}>
          {t.thread.moreEvents(hidden)}
        </button>
      )}
      {visible.map((e) => (
        <span key={e.key}>
          {eventText(e, t)}{' '}
          <time className="num" dateTime={e.at}>
            {clockTime(e.at, language)}
          </time>
        </span>
      ))}
    </div>
  );
}

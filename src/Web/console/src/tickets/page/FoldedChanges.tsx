import type { TicketEntry } from '@grainline/client';
import { useState } from 'react';
import { clockTime, fullTime } from '../../common/time';
import { useLanguage, useT } from '../../i18n/language';
import { ChangeList } from './ChangeList';
import { useTicket } from './context';
import { useEntryText } from './useEntryText';

const shown = 3;

/** A run of changes as grey lines; a long run shows its end, and each line opens to what was otherwise before. */
export function FoldedChanges({ entries }: { entries: TicketEntry[] }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const visible = open ? entries : entries.slice(-shown);
  const hidden = entries.length - visible.length;
  return (
    <div className="folded">
      {hidden > 0 && (
        <button type="button" className="link" aria-expanded={false} onClick={() => setOpen(true)}>
          {t.thread.moreEvents(hidden)}
        </button>
      )}
      {visible.map((e) => (
        <ChangeLine key={e.seq} entry={e} />
      ))}
    </div>
  );
}

export function ChangeLine({ entry, team }: { entry: TicketEntry; team?: string }) {
  const language = useLanguage((s) => s.language);
  return (
    <div className="folded-line" id={`entry-${entry.seq}`}>
      <time className="num" dateTime={entry.at} title={fullTime(entry.at, language)}>
        {clockTime(entry.at, language)}
      </time>
      {team === undefined ? <OfThis entry={entry} /> : <Words entry={entry} team={team} />}
    </div>
  );
}

function OfThis({ entry }: { entry: TicketEntry }) {
  return <Words entry={entry} team={useTicket().view.team} />;
}

function Words({ entry, team }: { entry: TicketEntry; team: string }) {
  const words = useEntryText(team)(entry);
  if (entry.changes.length === 0)
    return (
      <span>
        {words}
        {entry.text && <q className="reason">{entry.text}</q>}
      </span>
    );
  return (
    <details>
      <summary>
        {words}
        {entry.text && <q className="reason">{entry.text}</q>}
      </summary>
      <ChangeList changes={entry.changes} team={team} />
    </details>
  );
}

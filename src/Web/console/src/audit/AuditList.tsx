import type { AuditEntry } from '@grainline/client';
import { fullTime } from '../common/time';
import { useLanguage, useT } from '../i18n/language';
import { useUi } from '../state/ui';
import { ChangeList } from '../tickets/page/ChangeList';
import { useEntryText } from '../tickets/page/useEntryText';

/** Newest first: when, which ticket, what. */
export function AuditList({ items }: { items: readonly AuditEntry[] }) {
  const t = useT();
  return (
    <ol className="audit-list" aria-label={t.audit.entries}>
      {items.map((x) => (
        <AuditLine key={`${x.ticketId} ${x.entry.seq}`} of={x} />
      ))}
    </ol>
  );
}

function AuditLine({ of: { ticketId, number, subject, entry } }: { of: AuditEntry }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const openTicket = useUi((s) => s.openTicket);
  const words = useEntryText('');
  const said = entry.kind === 'comment' || entry.kind === 'note';
  return (
    <li>
      <time className="num muted" dateTime={entry.at}>
        {fullTime(entry.at, language)}
      </time>
      <div className="audit-what">
        <button type="button" className="link ellipsis" onClick={() => openTicket(ticketId)}>
          <span className="num">#{number}</span> {subject}
        </button>
        <span>{said ? t.audit.wrote[entry.kind as 'comment' | 'note'] : words(entry)}</span>
        {entry.text && <q className="reason">{entry.text}</q>}
        {entry.changes.length > 0 && <ChangeList changes={entry.changes} team="" />}
      </div>
    </li>
  );
}

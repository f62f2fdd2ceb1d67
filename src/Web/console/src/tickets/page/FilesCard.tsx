import { useT } from '../../i18n/language';
import { MessageFiles } from '../../files/MessageFiles';
import { useTicket } from './context';

/** Every file of the ticket, newest first. */
export function FilesCard() {
  const t = useT();
  const { thread, view } = useTicket();
  const files = thread.entries
    .filter((e) => e.seq <= view.version)
    .flatMap((e) => e.attachments)
    .reverse();
  if (files.length === 0) return null;
  return (
    <section className="card" aria-label={t.ticket.attachments}>
      <h4>{t.ticket.attachments}</h4>
      <MessageFiles files={files} />
    </section>
  );
}

import { useT } from '../../i18n/language';
import { Attachments } from '../Attachments';
import { useTicket } from './context';

/** Every file of the ticket, newest first. */
export function FilesCard() {
  const t = useT();
  const { thread } = useTicket();
  const files = thread.entries.flatMap((e) => e.attachments).reverse();
  if (files.length === 0) return null;
  return (
    <section className="card" aria-label={t.ticket.attachments}>
      <h4>{t.ticket.attachments}</h4>
      <Attachments items={files} />
    </section>
  );
}

import { CheckCircleOutlined } from '@ant-design/icons';
import type { FormPublished } from '@grainline/client';
import { useT } from '../../i18n/language';
import { useUi } from '../../state/ui';

/** What a check has found: open tickets that would not be right by the new version. */
export function UnfitTickets({ of: { openTickets, unfit } }: { of: FormPublished }) {
  const t = useT();
  const openTicket = useUi((s) => s.openTicket);
  if (unfit.length === 0)
    return (
      <p className="unfit-none" role="status">
        <CheckCircleOutlined aria-hidden /> {t.desk.allFit(openTickets)}
      </p>
    );
  return (
    <section className="unfit" role="alert" aria-label={t.desk.unfit(unfit.length)}>
      <h3>{t.desk.unfit(unfit.length)}</h3>
      <ul>
        {unfit.map((u) => (
          <li key={u.ticketId}>
            <button type="button" className="link num" onClick={() => openTicket(u.ticketId)}>
              #{u.number}
            </button>{' '}
            {u.why}
          </li>
        ))}
      </ul>
    </section>
  );
}

import { opening } from '../../common/time';
import { useLanguage, useT } from '../../i18n/language';
import { clockSla } from '../sla.model';
import { SlaChip } from '../SlaChip';
import { useTicket } from './context';

/** Every promise and how it stands. */
export function SlaCard() {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const { view } = useTicket();
  if (view.sla.length === 0) return null;
  return (
    <section className="card" aria-label={t.sla.title}>
      <h4>{t.sla.title}</h4>
      <dl className="facts">
        {view.sla.map((c) => (
          <div key={c.metric} className="fact">
            <dt>{t.sla.metrics[c.metric]}</dt>
            <dd>
              <SlaChip of={(now) => clockSla(c, now)} />
              {c.dueAt !== null && c.metAt === null && <small className="muted num"> {t.sla.dueAt(opening(c.dueAt, language))}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

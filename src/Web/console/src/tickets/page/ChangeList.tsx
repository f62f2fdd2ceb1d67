import type { TicketChange } from '@grainline/client';
import { ArrowRightOutlined } from '@ant-design/icons';
import { useT } from '../../i18n/language';
import { useChangeWords } from './useChangeWords';

/** What was otherwise before, a line each. */
export function ChangeList({ changes, team }: { changes: readonly TicketChange[]; team: string }) {
  const t = useT();
  const { label, value } = useChangeWords(team);
  return (
    <ul className="changes">
      {changes.map((c, i) => (
        <li key={i}>
          <span className="change-field">{label(c.field)}</span>
          <span className="change-from">{value(c.field, c.from) || t.history.empty}</span>
          <ArrowRightOutlined aria-label={t.history.becomes} />
          <span className="change-to">{value(c.field, c.to) || t.history.empty}</span>
        </li>
      ))}
    </ul>
  );
}

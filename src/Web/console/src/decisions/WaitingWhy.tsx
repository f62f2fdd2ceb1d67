import type { DecisionView } from '@grainline/client';
import { useT } from '../i18n/language';
import { Candidates } from './Candidates';
import { Rejected } from './Rejected';

/** Why nobody has it yet, as of now. */
export function WaitingWhy({ now: d, position, onRefresh, busy }: { now: DecisionView; position: number | null; onRefresh(): void; busy: boolean }) {
  const t = useT();
  return (
    <div className="waiting-why">
      <p>
        <strong>{t.decisions.whyWaiting}</strong>{' '}
        {d.candidates.length > 0
          ? position !== null && position > 1
            ? t.decisions.othersFirst(position - 1)
            : t.decisions.soonOffered(d.candidates[0]?.name ?? d.candidates[0]?.agentId ?? '')
          : t.decisions.noneFits}
      </p>
      {d.candidates.length > 0 && <Candidates decision={d} />}
      <Rejected decision={d} />
      <button type="button" className="link" disabled={busy} onClick={onRefresh}>
        {t.decisions.askAgain}
      </button>
    </div>
  );
}

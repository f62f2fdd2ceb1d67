import type { DecisionView } from '@grainline/client';
import { useT } from '../i18n/language';
import { useDirectory } from '../state/directory';
import { rejections } from './reasons';

/** Who could not be asked and why, in words; names where the server gives them. */
export function Rejected({ decision: d }: { decision: DecisionView }) {
  const t = useT();
  const agents = useDirectory((s) => s.agents);
  const counts = rejections(d);
  if (counts.length === 0) return null;
  const nameOf = (id: string) => agents.find((a) => a.agentId === id)?.name ?? id;
  const named = (because: string) => d.rejected.filter((r) => r.because === because).map((r) => nameOf(r.agentId));
  return (
    <ul className="rejected" aria-label={t.decisions.notAsked}>
      {counts.map(({ because, count }) => {
        const names = named(because);
        const rest = count - names.length;
        return (
          <li key={because}>
            <span className="num">{count}</span>
            <span>
              {t.decisions.because[because] ?? because}
              {names.length > 0 && (
                <span className="muted">
                  {' '}
                  {names.join(', ')}
                  {rest > 0 && ` ${t.decisions.others(rest)}`}
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

import type { DecisionView } from '@grainline/client';
import { policyName } from '../common/figure';
import { fullTime } from '../common/time';
import { useLanguage, useT } from '../i18n/language';
import { useQueueName } from '../state/directory';
import { Candidates } from './Candidates';
import { Rejected } from './Rejected';

/** One decision: what came out and under which rules; the reasons behind it unfold. */
export function DecisionItem({ decision: d, open }: { decision: DecisionView; open: boolean }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const queue = useQueueName(d.queue);
  return (
    <details className="decision" open={open}>
      <summary>
        <span className="decision-what">
          {d.chosen ? t.decisions.offeredTo(d.chosen.name) : t.decisions.nobodyYet}
          <time className="muted num" dateTime={d.at}>
            {fullTime(d.at, language)}
          </time>
        </span>
      </summary>
      <p className="decision-rules muted">
        {queue} · {policyName(d.policy, t)} <span className="num">v{d.policyVersion}</span>
        {d.ring > 0 && ` · ${t.queues.ring(d.ring)}`}
      </p>
      <Candidates decision={d} />
      <Rejected decision={d} />
    </details>
  );
}

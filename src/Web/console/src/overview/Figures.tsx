import { useNow } from '../common/clock';
import { timer } from '../common/time';
import { waitLevel } from '../common/waiting';
import { useT } from '../i18n/language';
import type { AgentSnapshot, QueueView } from '../state/directory';
import { figures } from './figures.model';

export function Figures({ queues, agents }: { queues: QueueView[]; agents: AgentSnapshot[] }) {
  const t = useT();
  const now = useNow();
  const f = figures(queues, agents);
  const longest = f.longestSince === null ? null : now - Date.parse(f.longestSince);
  return (
    <dl className="figures">
      <div>
        <dt>{t.overview.waitingTotal}</dt>
        <dd className="num">{f.waiting}</dd>
      </div>
      <div data-level={longest === null ? 'calm' : waitLevel(longest)}>
        <dt>{t.overview.longest}</dt>
        <dd className="num">{longest === null ? '—' : timer(longest, t)}</dd>
      </div>
      <div>
        <dt>{t.overview.availableTotal}</dt>
        <dd className="num">
          {f.available}
          <small> / {agents.length}</small>
        </dd>
      </div>
      <div>
        <dt>{t.overview.loadTotal}</dt>
        <dd className="num">
          {f.load}
          <small> / {f.capacity}</small>
        </dd>
      </div>
    </dl>
  );
}

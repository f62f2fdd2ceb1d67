import type { AgentStatus } from '@grainline/client';
import { Avatar } from '../common/Avatar';
import { useNow } from '../common/clock';
import { timer } from '../common/time';
import { useT } from '../i18n/language';
import type { AgentSnapshot } from '../state/directory';

const order: AgentStatus[] = ['available', 'busy', 'away', 'offline'];

export function AgentGrid({ agents }: { agents: AgentSnapshot[] }) {
  const t = useT();
  const now = useNow();
  if (agents.length === 0) return <p className="muted">{t.overview.emptyAgents}</p>;
  const sorted = [...agents].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status) || b.load - a.load || a.name.localeCompare(b.name));
  return (
    <ul className="agents">
      {sorted.map((a) => (
        <li key={a.agentId} data-status={a.status}>
          <Avatar name={a.name} size={36} />
          <div className="agent-who">
            <strong className="ellipsis">{a.name}</strong>
            <span className="muted ellipsis">
              <span className="presence" data-status={a.status} aria-hidden="true" /> {t.status[a.status]}
              {a.reason && ` · ${t.status.reasons[a.reason] ?? a.reason}`} · <span className="num">{timer(now - Date.parse(a.since), t)}</span>
            </span>
          </div>
          <span className="agent-load num" title={t.status.load(a.load, a.capacity)}>
            <span className="slots" data-full={a.load >= a.capacity} aria-hidden="true">
              <i style={{ width: `${Math.min(100, (a.load / Math.max(1, a.capacity)) * 100)}%` }} />
            </span>
            {a.load}/{a.capacity}
          </span>
        </li>
      ))}
    </ul>
  );
}

import type { AgentSnapshot } from '@grainline/client';
import { Avatar } from '../common/Avatar';
import { useNow } from '../common/clock';
import { timer } from '../common/time';
import { useT } from '../i18n/language';

/** Everybody at a glance; a click tells more. */
export function AgentGrid({ agents, skillName, onOpen }: { agents: AgentSnapshot[]; skillName(id: string): string; onOpen(agentId: string): void }) {
  const t = useT();
  return (
    <ul className="agents">
      {agents.map((a) => (
        <li key={a.agentId} data-status={a.status}>
          <button type="button" className="agent-card plain" onClick={() => onOpen(a.agentId)}>
            <Avatar name={a.name} size={36} />
            <span className="agent-who">
              <strong className="ellipsis">{a.name}</strong>
              <span className="muted ellipsis">
                <span className="presence" data-status={a.status} aria-hidden="true" /> {t.status[a.status]}
                {a.reason && ` · ${t.status.reasons[a.reason] ?? a.reason}`} · <Since at={a.since} />
              </span>
            </span>
            <span className="agent-load num" title={t.status.load(a.load, a.capacity)}>
              <span className="slots" data-full={a.load >= a.capacity} aria-hidden="true">
                <i style={{ width: `${Math.min(100, (a.load / Math.max(1, a.capacity)) * 100)}%` }} />
              </span>
              {a.load}/{a.capacity}
            </span>
            {(a.skills?.length ?? 0) > 0 && (
              <span className="agent-skills ellipsis muted">{a.skills?.map((s) => `${skillName(s.skill)} ${s.level}`).join(' · ')}</span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Runs by itself: a thousand agents are not drawn again each second. */
function Since({ at }: { at: string }) {
  const t = useT();
  return <span className="num">{timer(useNow() - Date.parse(at), t)}</span>;
}

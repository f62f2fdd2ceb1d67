import type { AgentSnapshot } from '@grainline/client';
import { Drawer } from 'antd';
import { Avatar } from '../common/Avatar';
import { useNow } from '../common/clock';
import { timer } from '../common/time';
import { useT } from '../i18n/language';
import { AgentConversations } from './AgentConversations';
import { StatusHistory } from './StatusHistory';

/** One agent: what it serves now, how its day went, what it can do. */
export function AgentDrawer({ agent: a, skillName, onClose }: { agent: AgentSnapshot; skillName(id: string): string; onClose(): void }) {
  const t = useT();
  const now = useNow();
  return (
    <Drawer open onClose={onClose} size={400} title={a.name} classNames={{ body: 'context-drawer' }}>
      <div className="context-inner">
        <section className="card visitor" aria-label={t.context.status}>
          <Avatar name={a.name} size={52} />
          <div className="visitor-who">
            <span className="option-line">
              <span className="presence" data-status={a.status} aria-hidden="true" />
              <strong>{t.status[a.status]}</strong>
              <span className="num muted">{timer(now - Date.parse(a.since), t)}</span>
            </span>
            {a.reason && <span className="muted">{t.status.reasons[a.reason] ?? a.reason}</span>}
            <span className="num">{t.status.load(a.load, a.capacity)}</span>
          </div>
        </section>
        <AgentConversations agentId={a.agentId} load={a.load} />
        <StatusHistory agentId={a.agentId} since={a.since} />
        <section className="card" aria-label={t.wall.skills}>
          <h4>{t.wall.skills}</h4>
          {(a.skills?.length ?? 0) === 0 ? (
            <p className="muted">{t.wall.noSkills}</p>
          ) : (
            <p className="chips">
              {a.skills?.map((s) => (
                <span key={s.skill} className="chip">
                  {skillName(s.skill)} <b className="num">{s.level}</b>
                </span>
              ))}
            </p>
          )}
          {(a.languages?.length ?? 0) > 0 && <p className="muted">{a.languages?.join(', ')}</p>}
        </section>
      </div>
    </Drawer>
  );
}

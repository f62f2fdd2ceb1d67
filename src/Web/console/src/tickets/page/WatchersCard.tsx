import { EyeOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useT } from '../../i18n/language';
import { useDirectory } from '../../state/directory';
import { useLink, useWorkspace } from '../../state/workspace';
import { useTicket } from './context';

/** Who is told of it and may see it, wherever it goes. */
export function WatchersCard() {
  const t = useT();
  const { session } = useWorkspace();
  const online = useLink() === 'online';
  const agents = useDirectory((d) => d.agents);
  const { view, frozen, act } = useTicket();
  const watching = view.watchers.some((w) => w.id === session.agentId);
  const others = agents.filter((a) => a.agentId !== session.agentId && !view.watchers.some((w) => w.id === a.agentId));
  return (
    <section className="card" aria-label={t.ticket.watchers}>
      <h4>{t.ticket.watchers}</h4>
      <ul className="chips tag-list" aria-label={t.ticket.watchers}>
        {view.watchers.map((w) => (
          <li key={w.id} className="chip">
            {w.id === session.agentId ? t.list.you : w.name}
            {!frozen && w.id !== session.agentId && (
              <button
                type="button"
                className="plain"
                aria-label={`${t.admin.remove}: ${w.name}`}
                onClick={() => void act([{ kind: 'unwatch', agent: w.id }])}
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      {!frozen && (
        <div className="chips">
          <Button
            size="small"
            icon={<EyeOutlined aria-hidden />}
            disabled={!online}
            onClick={() => void act([{ kind: watching ? 'unwatch' : 'watch', agent: null }])}
          >
            {watching ? t.ticket.unwatch : t.ticket.watch}
          </Button>
          <Dropdown
            trigger={['click']}
            disabled={!online || others.length === 0}
            menu={{
              className: 'long-menu',
              items: others.map((a) => ({ key: a.agentId, label: a.name, onClick: () => void act([{ kind: 'watch', agent: a.agentId }]) })),
            }}
          >
            <Button size="small" icon={<PlusOutlined aria-hidden />} aria-label={t.ticket.addWatcher} />
          </Dropdown>
        </div>
      )}
    </section>
  );
}

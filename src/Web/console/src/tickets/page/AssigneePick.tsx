import { DownOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { Avatar } from '../../common/Avatar';
import { useT } from '../../i18n/language';
import { useDesk } from '../../state/desk';
import { useDirectory } from '../../state/directory';
import { useLink, useWorkspace } from '../../state/workspace';
import { useTicket } from './context';

/** Who works on it: one of the team, or nobody. */
export function AssigneePick() {
  const t = useT();
  const { session } = useWorkspace();
  const online = useLink() === 'online';
  const desk = useDesk();
  const agents = useDirectory((d) => d.agents);
  const { view, frozen, act } = useTicket();
  const name = view.assignee ? (view.assignee.id === session.agentId ? t.list.you : view.assignee.name) : t.list.unassigned;
  const members = desk.teams.find((x) => x.id === view.team)?.members ?? [];
  const nameOf = (id: string) => agents.find((a) => a.agentId === id)?.name ?? id;
  const give = (agent: string | null) => void act([{ kind: 'assign', agent }], { base: view.version });
  const items = [
    ...(members.includes(session.agentId) ? [{ key: 'me', label: t.tickets.me, onClick: () => give(session.agentId) }] : []),
    { key: 'none', label: t.list.unassigned, onClick: () => give(null) },
    ...members.filter((id) => id !== session.agentId).map((id) => ({ key: `agent ${id}`, label: nameOf(id), onClick: () => give(id) })),
  ];
  return (
    <Dropdown menu={{ items, className: 'long-menu' }} trigger={['click']} disabled={frozen || !online}>
      <button type="button" className="pick" aria-label={`${t.tickets.columns.assignee}: ${name}`} disabled={frozen || !online}>
        {view.assignee && <Avatar name={view.assignee.name} size={20} />}
        <span>{name}</span>
        {!frozen && <DownOutlined aria-hidden className="status-arrow" />}
      </button>
    </Dropdown>
  );
}

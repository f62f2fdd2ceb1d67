import { EditOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { Avatar } from '../../common/Avatar';
import { useT } from '../../i18n/language';
import { useWorkspace } from '../../state/workspace';
import { useTicket } from './context';

/** Who else has this ticket before the eyes. */
export function Lookers() {
  const t = useT();
  const { session } = useWorkspace();
  const { thread } = useTicket();
  const others = thread.present.filter((p) => p.agent.id !== session.agentId);
  if (others.length === 0) return null;
  return (
    <ul className="lookers" aria-label={t.ticket.lookers}>
      {others.slice(0, 5).map((p) => {
        const words = p.stance === 'editing' ? t.ticket.isEditing(p.agent.name) : t.ticket.isViewing(p.agent.name);
        return (
          <li key={p.agent.id} data-stance={p.stance}>
            <Tooltip title={words}>
              <span>
                <Avatar name={p.agent.name} size={24} />
                {p.stance === 'editing' && <EditOutlined aria-hidden className="looker-mark" />}
                <span className="sr-only">{words}</span>
              </span>
            </Tooltip>
          </li>
        );
      })}
      {others.length > 5 && <li className="muted num">+{others.length - 5}</li>}
    </ul>
  );
}

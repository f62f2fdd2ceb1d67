import { EditOutlined } from '@ant-design/icons';
import { useT } from '../../i18n/language';
import { useWorkspace } from '../../state/workspace';
import { useTicket } from './context';

/** Said softly while somebody else edits the same ticket: nothing is forbidden, but two should not answer. */
export function OthersBar() {
  const t = useT();
  const { session } = useWorkspace();
  const { thread } = useTicket();
  const editing = thread.present.filter((p) => p.stance === 'editing' && p.agent.id !== session.agentId);
  return (
    <div aria-live="polite">
      {editing.length > 0 && (
        <div className="banner">
          <EditOutlined aria-hidden /> {t.ticket.editing(editing.map((p) => p.agent.name).join(', '))}
        </div>
      )}
    </div>
  );
}

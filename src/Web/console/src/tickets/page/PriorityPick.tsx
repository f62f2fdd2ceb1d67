import { Dropdown } from 'antd';
import { useT } from '../../i18n/language';
import { priorities, PriorityChip } from '../../queue/PriorityChip';
import { useLink } from '../../state/workspace';
import { useTicket } from './context';

export function PriorityPick() {
  const t = useT();
  const online = useLink() === 'online';
  const { view, frozen, act } = useTicket();
  const items = priorities.map((p) => ({
    key: p,
    label: t.queues.priorities[p],
    onClick: () => void act([{ kind: 'priority', priority: p }], { base: view.version }),
  }));
  return (
    <Dropdown menu={{ items, selectedKeys: [view.priority] }} trigger={['click']} disabled={frozen || !online}>
      <button
        type="button"
        className="plain chip-button"
        aria-label={`${t.tickets.columns.priority}: ${t.queues.priorities[view.priority]}`}
        disabled={frozen || !online}
      >
        <PriorityChip priority={view.priority} />
      </button>
    </Dropdown>
  );
}

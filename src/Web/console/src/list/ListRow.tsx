import { PauseCircleOutlined } from '@ant-design/icons';
import { memo } from 'react';
import { Avatar } from '../common/Avatar';
import { WaitTimer } from '../common/WaitTimer';
import { useT } from '../i18n/language';
import { useQueueName } from '../state/directory';
import type { ListRow as Row } from './rows';
import { StatusChip } from './StatusChip';

interface Props {
  row: Row;
  selected: boolean;
  late: boolean;
  mineId: string;
  showStatus: boolean;
  onSelect(id: string): void;
}

export const ListRow = memo(function ListRow({ row, selected, late, mineId, showStatus, onSelect }: Props) {
  const t = useT();
  const queue = useQueueName(row.queue);
  const assignee = row.assignee ? (row.assignee.id === mineId ? t.list.you : row.assignee.name) : t.list.unassigned;
  return (
    <button type="button" className="row" aria-current={selected ? 'true' : undefined} data-late={late} data-unread={row.unread > 0} onClick={() => onSelect(row.id)}>
      <Avatar id={row.id} name={row.name} />
      <span className="row-body">
        <span className="row-line">
          <span className="row-name ellipsis">{row.name}</span>
          {row.waiting ? <WaitTimer since={row.waiting} /> : row.status === 'onHold' && <span className="chip"><PauseCircleOutlined aria-hidden /> {t.conversationStatus.onHold}</span>}
        </span>
        <span className="row-line">
          <span className="row-text ellipsis">{row.text || '—'}</span>
          {row.unread > 0 && <span className="row-unread num" aria-label={t.list.unread(row.unread)}>{row.unread > 99 ? '99+' : row.unread}</span>}
        </span>
        {showStatus && (
          <span className="row-line row-meta">
            <StatusChip status={row.status} />
            <span className="ellipsis">{queue} · {assignee}</span>
          </span>
        )}
      </span>
    </button>
  );
});

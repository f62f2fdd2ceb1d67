import { PauseCircleOutlined } from '@ant-design/icons';
import { memo } from 'react';
import { Avatar } from '../common/Avatar';
import { shortTime } from '../common/time';
import { WaitTimer } from '../common/WaitTimer';
import { useLanguage, useT } from '../i18n/language';
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
  const language = useLanguage((s) => s.language);
  const assignee = row.assignee ? (row.assignee.id === mineId ? t.list.you : row.assignee.name) : t.list.unassigned;
  return (
    <button
      type="button"
      className="row"
      aria-current={selected ? 'true' : undefined}
      data-late={late}
      data-unread={row.unread > 0}
      onClick={() => onSelect(row.id)}
    >
      <Avatar name={row.name} />
      <span className="row-body">
        <span className="row-line">
          <span className="row-name ellipsis">{row.name}</span>
          {row.waiting ? (
            <WaitTimer since={row.waiting} />
          ) : row.status === 'onHold' && !showStatus ? (
            <span className="chip">
              <PauseCircleOutlined aria-hidden /> {t.conversationStatus.onHold}
            </span>
          ) : (
            <time className="row-time num" dateTime={row.lastAt}>
              {shortTime(row.lastAt, language)}
            </time>
          )}
        </span>
        <span className="row-line">
          {showStatus && <StatusChip status={row.status} />}
          <span className="row-text ellipsis">{row.text || '—'}</span>
          {row.unread > 0 && (
            <span className="row-unread num" aria-label={t.list.unread(row.unread)}>
              {row.unread > 99 ? '99+' : row.unread}
            </span>
          )}
          {showStatus && row.assignee && (
            <span title={assignee}>
              <Avatar name={row.assignee.name} size={20} />
              <span className="sr-only">{assignee}</span>
            </span>
          )}
        </span>
      </span>
    </button>
  );
});

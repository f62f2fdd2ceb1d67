import { UserAddOutlined } from '@ant-design/icons';
import { usualTarget, type Priority } from '@grainline/client';
import { Button, Dropdown } from 'antd';
import { Avatar } from '../common/Avatar';
import { WaitTimer } from '../common/WaitTimer';
import { useT } from '../i18n/language';
import { PriorityChip, priorities } from './PriorityChip';
import type { WaitingRow } from './waitingRows';

interface Props {
  row: WaitingRow;
  showQueue: boolean;
  senior: boolean;
  disabled: boolean;
  working: boolean;
  pulling: boolean;
  onPull(): void;
  onAssign(): void;
  onPriority(priority: Priority): void;
}

/** One who waits: who, about what, how urgent, how long, and what can be done about it. */
export function WaitingItem({ row, showQueue, senior, disabled, working, pulling, onPull, onAssign, onPriority }: Props) {
  const t = useT();
  const name = row.visitor.name;
  return (
    <li className="waiting-row">
      <span className="waiting-place num" aria-label={t.thread.position(row.place)}>
        {row.place}
      </span>
      <Avatar name={name} size={32} />
      <div className="waiting-who">
        <strong className="ellipsis">{name}</strong>
        <span className="muted ellipsis">
          {showQueue && `${row.queue.profile.name} · `}
          {row.topicName ?? t.queues.noTopic}
        </span>
      </div>
      {senior ? (
        <Dropdown
          trigger={['click']}
          disabled={disabled}
          menu={{
            selectedKeys: [row.priority],
            items: priorities.map((p) => ({ key: p, label: t.queues.priorities[p], onClick: () => onPriority(p) })),
          }}
        >
          <button type="button" className="plain chip-button" aria-label={`${t.queues.setPriority}: ${name}, ${t.queues.priorities[row.priority]}`}>
            <PriorityChip priority={row.priority} />
          </button>
        </Dropdown>
      ) : (
        <PriorityChip priority={row.priority} />
      )}
      <span className="waiting-ring muted num" title={t.queues.ringHelp}>
        {row.ring > 0 ? t.queues.ring(row.ring) : ''}
      </span>
      <span className="waiting-time">
        <WaitTimer since={row.waitingSince} promiseMs={(row.queue.profile.target ?? usualTarget).seconds * 1000} />
      </span>
      <span className="waiting-actions">
        {senior && (
          <Button icon={<UserAddOutlined aria-hidden />} disabled={disabled} onClick={onAssign} aria-label={`${t.queues.assign}: ${name}`}>
            <span className="wide-only">{t.queues.assign}</span>
          </Button>
        )}
        <Button disabled={disabled || !working} loading={pulling} onClick={onPull} aria-label={`${t.queues.pull}: ${name}`}>
          {t.queues.pull}
        </Button>
      </span>
    </li>
  );
}

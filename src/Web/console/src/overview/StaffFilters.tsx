import type { AgentSnapshot, QueueView } from '@grainline/client';
import { Select } from 'antd';
import { useT } from '../i18n/language';
import { byStatus, type StaffFilter } from './wall.model';

interface Props {
  queues: QueueView[];
  agents: AgentSnapshot[];
  value: StaffFilter;
  onChange(next: StaffFilter): void;
}

/** Counts by status, which are filters at the same time. */
export function StaffFilters({ queues, agents, value, onChange }: Props) {
  const t = useT();
  const inQueue = agents.filter((a) => value.queue === null || a.queues.includes(value.queue));
  return (
    <div className="staff-filters">
      <div role="group" aria-label={t.list.statusFilter} className="queue-tabs">
        <button type="button" aria-pressed={value.status === null} onClick={() => onChange({ ...value, status: null })}>
          {t.wall.everybody} <span className="num">{inQueue.length}</span>
        </button>
        {byStatus(inQueue).map(({ status, count }) => (
          <button key={status} type="button" aria-pressed={value.status === status} onClick={() => onChange({ ...value, status })}>
            <span className="presence" data-status={status} aria-hidden="true" /> {t.status[status]} <span className="num">{count}</span>
          </button>
        ))}
      </div>
      {queues.length > 1 && (
        <Select
          aria-label={t.list.queueFilter}
          value={value.queue ?? ''}
          onChange={(queue) => onChange({ ...value, queue: queue || null })}
          options={[{ value: '', label: t.list.anyQueue }, ...queues.map((q) => ({ value: q.queueId, label: q.profile.name }))]}
        />
      )}
    </div>
  );
}

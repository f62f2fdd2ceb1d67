import { CloseCircleFilled, SearchOutlined } from '@ant-design/icons';
import type { ConversationStatus } from '@grainline/client';
import { Input, Select } from 'antd';
import { useT } from '../i18n/language';
import { useDirectory } from '../state/directory';
import { useUi } from '../state/ui';
import { filtering } from './rows';

const statuses: ConversationStatus[] = ['queued', 'offered', 'assigned', 'onHold', 'resolved', 'closed'];

export function FilterBar() {
  const t = useT();
  const { tab, filters, filter, clearFilters } = useUi();
  const queues = useDirectory((d) => d.queues);
  return (
    <div className="filters">
      <Input
        id="list-filter"
        allowClear={{ clearIcon: <CloseCircleFilled aria-label={t.list.clear} /> }}
        variant="filled"
        prefix={<SearchOutlined aria-hidden className="muted" />}
        placeholder={t.list.filter}
        aria-label={t.list.filter}
        value={filters.text}
        onChange={(e) => filter({ text: e.target.value })}
        suffix={filters.text === '' ? <kbd aria-hidden="true">/</kbd> : undefined}
      />
      {tab !== 'mine' && (
        <div className="filters-more">
          <Select
            size="small"
            variant="filled"
            aria-label={t.list.queueFilter}
            value={filters.queue ?? ''}
            onChange={(queue) => filter({ queue: queue || null })}
            options={[{ value: '', label: t.list.anyQueue }, ...queues.map((q) => ({ value: q.queueId, label: q.profile.name }))]}
          />
          {tab === 'all' && (
            <Select<ConversationStatus | ''>
              size="small"
              variant="filled"
              aria-label={t.list.statusFilter}
              value={filters.status ?? ''}
              onChange={(status) => filter({ status: status || null })}
              options={[{ value: '' as const, label: t.list.anyStatus }, ...statuses.map((s) => ({ value: s, label: t.conversationStatus[s] }))]}
            />
          )}
          {filtering(filters) && (
            <button type="button" className="link" onClick={clearFilters}>
              {t.list.clear}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

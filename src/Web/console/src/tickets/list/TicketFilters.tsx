import { CloseCircleFilled, SearchOutlined } from '@ant-design/icons';
import { stateCategories } from '@grainline/client';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useT } from '../../i18n/language';
import { priorities } from '../../queue/PriorityChip';
import { useDesk } from '../../state/desk';
import { useDirectory } from '../../state/directory';
import { useTicketsUi } from '../ticketsUi';
import { asksNothing, dueFilter, dueSpan, type DueSpan } from './filter.model';

const dues: DueSpan[] = ['breached', 'hour', 'day', 'week'];

/** What is searched for, and what the list is narrowed to. */
export function TicketFilters() {
  const t = useT();
  const desk = useDesk();
  const agents = useDirectory((d) => d.agents);
  const { query, text, search, filter, clearFilters } = useTicketsUi();
  const [typed, setTyped] = useState(text);
  const f = query.filter;
  const many = { mode: 'multiple', size: 'small', variant: 'filled', maxTagCount: 1, allowClear: true, className: 'ticket-filter' } as const;
  return (
    <form
      className="ticket-filters"
      role="search"
      onSubmit={(e) => {
        e.preventDefault();
        search(typed);
      }}
    >
      <Input
        id="ticket-search"
        className="ticket-search"
        allowClear={{ clearIcon: <CloseCircleFilled aria-label={t.list.clear} /> }}
        variant="filled"
        prefix={<SearchOutlined aria-hidden className="muted" />}
        placeholder={t.tickets.search}
        aria-label={t.tickets.search}
        value={typed}
        onChange={(e) => {
          setTyped(e.target.value);
          if (e.target.value === '') search('');
        }}
        suffix={typed === '' ? <kbd aria-hidden="true">/</kbd> : <kbd aria-hidden="true">Enter</kbd>}
      />
      <Select
        {...many}
        aria-label={t.tickets.columns.state}
        placeholder={t.tickets.columns.state}
        value={f.categories ?? []}
        options={stateCategories.map((c) => ({ value: c, label: t.tickets.categories[c] }))}
        onChange={(categories) => filter({ categories })}
      />
      <Select
        {...many}
        aria-label={t.tickets.columns.team}
        placeholder={t.tickets.columns.team}
        value={f.teams ?? []}
        options={desk.teams.map((x) => ({ value: x.id, label: x.name }))}
        onChange={(teams) => filter({ teams })}
      />
      <Select
        {...many}
        aria-label={t.tickets.columns.assignee}
        placeholder={t.tickets.columns.assignee}
        optionFilterProp="label"
        value={f.assignees ?? []}
        options={[
          { value: 'me', label: t.tickets.me },
          { value: 'none', label: t.list.unassigned },
          ...agents.map((a) => ({ value: a.agentId, label: a.name })),
        ]}
        onChange={(assignees) => filter({ assignees })}
      />
      <Select
        {...many}
        aria-label={t.tickets.columns.priority}
        placeholder={t.tickets.columns.priority}
        value={f.priorities ?? []}
        options={priorities.map((p) => ({ value: p, label: t.queues.priorities[p] }))}
        onChange={(wanted) => filter({ priorities: wanted })}
      />
      <Select
        {...many}
        mode="tags"
        aria-label={t.tickets.columns.tags}
        placeholder={t.tickets.columns.tags}
        tokenSeparators={[' ', ',', '，']}
        value={f.tags ?? []}
        onChange={(tags) => filter({ tags: tags.map((tag) => tag.toLowerCase()) })}
      />
      <Select<DueSpan | ''>
        size="small"
        variant="filled"
        className="ticket-filter"
        aria-label={t.tickets.columns.due}
        value={dueSpan(f, Date.now()) ?? ''}
        options={[{ value: '' as const, label: t.tickets.dueAny }, ...dues.map((d) => ({ value: d, label: t.tickets.dues[d] }))]}
        onChange={(span) => filter(dueFilter(span || null, Date.now()))}
      />
      {!asksNothing(f) && (
        <button type="button" className="link" onClick={clearFilters}>
          {t.list.clear}
        </button>
      )}
    </form>
  );
}

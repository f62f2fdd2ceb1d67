import { CloseOutlined, MergeCellsOutlined } from '@ant-design/icons';
import type { TicketAction, TicketList } from '@grainline/client';
import { Button, Dropdown, Select } from 'antd';
import { useState } from 'react';
import { useLanguage, useT } from '../../i18n/language';
import { priorities } from '../../queue/PriorityChip';
import { useDesk } from '../../state/desk';
import { useDirectory } from '../../state/directory';
import { useLink, useWorkspace } from '../../state/workspace';
import { useTicketsUi } from '../ticketsUi';
import { triggerNames } from './bulk.model';
import { BulkDialog } from './BulkDialog';
import { MergeDialog } from './MergeDialog';

export interface BulkJob {
  what: string;
  actions: TicketAction[];
  macro?: string;
}

/** What can be done to all picked tickets at once. */
export function BulkBar({ list }: { list: TicketList }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const desk = useDesk();
  const agents = useDirectory((d) => d.agents);
  const online = useLink() === 'online';
  const { session } = useWorkspace();
  const { picked, pickAll } = useTicketsUi();
  const [job, setJob] = useState<BulkJob | null>(null);
  const [merging, setMerging] = useState(false);
  const [tags, setTags] = useState<string[]>([]);
  const ids = [...picked];
  const rows = ids.flatMap((id) => list.row(id) ?? []);
  const choose = (what: string, ...actions: TicketAction[]) => setJob({ what, actions });
  const menu = (label: string, items: { key: string; label: string; onClick(): void }[]) => (
    <Dropdown menu={{ items }} trigger={['click']} disabled={!online || items.length === 0}>
      <Button size="small">{label}</Button>
    </Dropdown>
  );
  return (
    <div className="bulk-bar" role="toolbar" aria-label={t.bulk.label}>
      <strong className="num" role="status">
        {t.bulk.picked(ids.length)}
      </strong>
      {menu(t.bulk.assign, [
        { key: 'me', label: t.tickets.me, onClick: () => choose(t.bulk.assign, { kind: 'assign', agent: session.agentId }) },
        { key: 'none', label: t.list.unassigned, onClick: () => choose(t.bulk.assign, { kind: 'assign', agent: null }) },
        ...agents.map((a) => ({ key: a.agentId, label: a.name, onClick: () => choose(t.bulk.assign, { kind: 'assign', agent: a.agentId }) })),
      ])}
      {menu(
        t.tickets.columns.priority,
        priorities.map((p) => ({
          key: p,
          label: t.queues.priorities[p],
          onClick: () => choose(t.tickets.columns.priority, { kind: 'priority', priority: p }),
        })),
      )}
      {menu(
        t.bulk.trigger,
        triggerNames(desk, rows, language).map(({ trigger, name }) => ({
          key: trigger,
          label: name,
          onClick: () => choose(name, { kind: 'trigger', trigger }),
        })),
      )}
      {menu(
        t.bulk.macro,
        desk.macros.map((m) => ({ key: m.id, label: m.name, onClick: () => setJob({ what: m.name, actions: m.actions, macro: m.name }) })),
      )}
      <Select
        size="small"
        mode="tags"
        className="bulk-tags"
        aria-label={t.tickets.columns.tags}
        placeholder={t.tickets.columns.tags}
        tokenSeparators={[' ', ',', '，']}
        open={false}
        value={tags}
        onChange={(next) => setTags(next.map((tag) => tag.toLowerCase()))}
      />
      {tags.length > 0 && (
        <>
          <Button size="small" onClick={() => choose(t.bulk.addTags, { kind: 'addTags', tags })}>
            {t.bulk.addTags}
          </Button>
          <Button size="small" onClick={() => choose(t.bulk.removeTags, { kind: 'removeTags', tags })}>
            {t.bulk.removeTags}
          </Button>
        </>
      )}
      <Button size="small" icon={<MergeCellsOutlined aria-hidden />} disabled={!online || ids.length < 2} onClick={() => setMerging(true)}>
        {t.bulk.merge}
      </Button>
      <button type="button" className="icon-button" aria-label={t.bulk.clear} onClick={() => pickAll([])}>
        <CloseOutlined aria-hidden />
      </button>
      {job && <BulkDialog job={job} ticketIds={ids} numberOf={(id) => list.row(id)?.number} onClose={() => setJob(null)} />}
      {merging && <MergeDialog rows={rows} onClose={() => setMerging(false)} />}
    </div>
  );
}

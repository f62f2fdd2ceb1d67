import { PlusOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useState } from 'react';
import { useT } from '../i18n/language';
import { useDirectory } from '../state/directory';
import { useEdits } from '../state/edits';
import { deskParts, type DeskPart } from '../desk/parts';
import { AddQueue } from './AddQueue';

/** A list that is longer needs a filter. */
const many = 12;

export type Place = { kind: 'queue' | 'agent'; id: string } | { kind: 'desk'; id: DeskPart } | { kind: 'skills' };

/** Everything that can be set up; a dot where something is not saved. */
export function AdminNav({ place, onGo }: { place: Place; onGo(place: Place): void }) {
  const t = useT();
  const { queues, agents } = useDirectory();
  const edits = useEdits((s) => s.values);
  const [adding, setAdding] = useState(false);
  const [find, setFind] = useState('');
  const found = agents.filter((a) => `${a.name} ${a.agentId}`.toLowerCase().includes(find.trim().toLowerCase()));
  const here = (to: Place) => to.kind === place.kind && (to.kind === 'skills' || place.kind === 'skills' || to.id === place.id);
  const entry = (to: Place, label: string, key: string) => (
    <li key={key}>
      <button type="button" aria-current={here(to) ? 'page' : undefined} onClick={() => onGo(to)}>
        <span className="ellipsis">{label}</span>
        {(key in edits || key.replace('queue:', 'policy:') in edits || Object.keys(edits).some((k) => k.startsWith(`${key}:`))) && (
          <i className="unsaved" role="img" aria-label={t.admin.unsaved} />
        )}
      </button>
    </li>
  );
  return (
    <nav className="admin-nav" aria-label={t.rail.admin}>
      <h3>
        {t.overview.queues}
        <button type="button" className="icon-button small" aria-label={t.admin.addQueue} title={t.admin.addQueue} onClick={() => setAdding(true)}>
          <PlusOutlined aria-hidden />
        </button>
      </h3>
      <ul>{queues.map((q) => entry({ kind: 'queue', id: q.queueId }, q.profile.name, `queue:${q.queueId}`))}</ul>
      <h3>{t.overview.agents}</h3>
      {agents.length > many && (
        <Input
          className="admin-find"
          size="small"
          allowClear
          aria-label={t.admin.findAgent}
          placeholder={t.admin.findAgent}
          value={find}
          onChange={(e) => setFind(e.target.value)}
        />
      )}
      <ul>{found.map((a) => entry({ kind: 'agent', id: a.agentId }, a.name, `agent:${a.agentId}`))}</ul>
      <h3>{t.rail.tickets}</h3>
      <ul>{deskParts.map((part) => entry({ kind: 'desk', id: part }, t.desk.parts[part], `desk:${part}`))}</ul>
      <h3>{t.admin.lists}</h3>
      <ul>{entry({ kind: 'skills' }, t.wall.skills, 'skills')}</ul>
      {adding && (
        <AddQueue
          onClose={() => setAdding(false)}
          onAdded={(id) => {
            setAdding(false);
            onGo({ kind: 'queue', id });
          }}
        />
      )}
    </nav>
  );
}

import { useEffect, useMemo, type KeyboardEvent } from 'react';
import { useT } from '../i18n/language';
import { useUi, type Tab } from '../state/ui';
import { useInbox, useThreadChanges, useWorkspace } from '../state/workspace';
import { StatusSwitch } from '../shell/StatusSwitch';
import { LinkDot } from '../shell/LinkDot';
import { FilterBar } from './FilterBar';
import { ListEmpty } from './ListEmpty';
import { OverdueLine } from './OverdueLine';
import { RowList } from './RowList';
import { RowsSkeleton } from '../common/Skeleton';
import { rowFor } from './rowFor';
import { byUrgency, filtering, matches, rowOfRow, type ListRow } from './rows';
import { usePages } from './usePages';

const tabs: Tab[] = ['mine', 'queue', 'all'];

export function ListPane() {
  const t = useT();
  const { agent, session } = useWorkspace();
  const inbox = useInbox();
  const { tab, filters, selected, select, setTab } = useUi();
  const queue = usePages('queue', filters.queue, null);
  const all = usePages('all', filters.queue, filters.status);
  useThreadChanges(agent.threads);

  const mine = inbox.conversations.map((c) => rowFor(c, agent)).sort(byUrgency);
  const paged = tab === 'queue' ? queue : tab === 'all' ? all : null;
  const source: ListRow[] = useMemo(() => {
    if (!paged) return [];
    const rows = paged.rows.map(rowOfRow);
    return tab === 'queue' ? rows.sort(byUrgency) : rows;
  }, [paged?.rows, tab]);
  const rows = (paged ? source : mine).filter((r) => matches(r, filters));
  const hidden = (paged ? source : mine).length - rows.length;
  const loading = paged ? paged.at === null && paged.error === null : inbox.gap && inbox.feed < 0;

  const order = rows.map((r) => r.id).join();
  useEffect(() => useUi.setState({ order: order === '' ? [] : order.split(',') }), [order]);

  function onTabKey(e: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    const next = step === undefined ? undefined : tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
    if (!next) return;
    setTab(next);
    document.getElementById(`tab-${next}`)?.focus();
  }

  const counts: Record<Tab, string> = { mine: String(inbox.conversations.length), queue: count(queue), all: count(all) };
  return (
    <section className="list" aria-label={t.list.label}>
      <header className="list-head">
        <h1>{t.rail.inbox}</h1>
        <StatusSwitch />
      </header>
      <div className="list-tabs" role="tablist" aria-label={t.list.label} onKeyDown={onTabKey}>
        {tabs.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={tab === name}
            aria-controls="list-panel"
            tabIndex={tab === name ? 0 : -1}
            onClick={() => setTab(name)}
          >
            {t.list[name]} <span className="tab-count num">{counts[name]}</span>
          </button>
        ))}
      </div>
      <FilterBar />
      <OverdueLine
        rows={mine}
        onGo={(id) => {
          setTab('mine');
          select(id);
        }}
      />
      <div className="list-body" role="tabpanel" id="list-panel" aria-labelledby={`tab-${tab}`}>
        {loading ? (
          <RowsSkeleton />
        ) : rows.length > 0 ? (
          <RowList
            label={t.list[tab]}
            rows={rows}
            selected={selected}
            mineId={session.agentId}
            showStatus={tab !== 'mine'}
            onSelect={select}
            onEnd={paged?.next ? paged.more : undefined}
          />
        ) : (
          <ListEmpty tab={tab} hidden={hidden} filtered={filtering(filters)} error={paged?.error ?? null} retry={paged?.reload} />
        )}
      </div>
      <footer className="list-foot">
        <LinkDot staleAt={paged && paged.error !== null ? paged.at : null} />
      </footer>
    </section>
  );
}

const count = (pages: { rows: unknown[]; next: string | null; at: number | null }) =>
  pages.at === null ? '' : `${pages.rows.length}${pages.next ? '+' : ''}`;

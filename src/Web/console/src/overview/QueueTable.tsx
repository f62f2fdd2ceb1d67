import { noFigures, usualTarget, type QueueView } from '@grainline/client';
import { Button, Table } from 'antd';
import { percent, policyName, seconds } from '../common/figure';
import { opening } from '../common/time';
import { WaitTimer } from '../common/WaitTimer';
import { useLanguage, useT } from '../i18n/language';
import { useUi } from '../state/ui';
import { EtaError } from './EtaError';
import { Meter } from './Meter';
import { abandonment } from './wall.model';

export function QueueTable({ queues }: { queues: QueueView[] }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const { setTab, filter } = useUi();
  const drill = (q: QueueView) => {
    filter({ queue: q.queueId, status: null, text: '' });
    setTab('queue');
  };
  const target = (q: QueueView) => q.profile.target ?? usualTarget;
  const today = (q: QueueView) => q.figures?.today ?? noFigures;
  return (
    <Table<QueueView>
      rowKey="queueId"
      dataSource={queues}
      pagination={false}
      size="middle"
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: t.overview.emptyQueues }}
      columns={[
        {
          title: t.overview.queue,
          fixed: 'start',
          render: (_, q) => (
            <span className="cell-stack">
              <strong>{q.profile.name}</strong>
              {q.open ? (
                <small className="muted">
                  {policyName(q.policy?.name ?? q.profile.policy, t)} · v{q.policyVersion}
                </small>
              ) : (
                <small className="chip">{q.opensAt ? t.queues.opens(opening(q.opensAt, language)) : t.queues.closedShort}</small>
              )}
            </span>
          ),
        },
        { title: t.overview.waiting, dataIndex: 'waiting', className: 'num' },
        {
          title: t.overview.longest,
          render: (_, q) => (q.longestSince ? <WaitTimer since={q.longestSince} promiseMs={target(q).seconds * 1000} /> : '—'),
        },
        {
          title: t.wall.serviceLevel,
          render: (_, q) => (
            <span title={t.wall.serviceLevelHelp(target(q).seconds, percent(target(q).share, language))}>
              <Meter share={today(q).serviceLevel} target={target(q).share} text={percent(today(q).serviceLevel, language)} />
            </span>
          ),
        },
        { title: t.wall.abandoned, className: 'num', render: (_, q) => percent(abandonment(today(q)), language) },
        { title: t.wall.averageWait, className: 'num', render: (_, q) => seconds(today(q).averageWaitSeconds, t) },
        {
          title: t.wall.occupancy,
          render: (_, q) => {
            const share = q.figures?.lastHour.occupancy ?? null;
            return <Meter share={share} text={percent(share, language)} />;
          },
        },
        { title: t.wall.etaError, render: (_, q) => <EtaError figures={today(q)} /> },
        {
          title: t.overview.staff,
          className: 'num',
          render: (_, q) => `${q.agents.filter((a) => a.status === 'available').length} / ${q.agents.length}`,
        },
        {
          title: <span className="sr-only">{t.overview.showChats}</span>,
          align: 'end',
          render: (_, q) => (
            <Button size="small" aria-label={`${t.overview.showChats}: ${q.profile.name}`} onClick={() => drill(q)}>
              {t.overview.showChats}
            </Button>
          ),
        },
      ]}
    />
  );
}

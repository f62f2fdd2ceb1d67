import { Button, Table } from 'antd';
import { WaitTimer } from '../common/WaitTimer';
import { useT } from '../i18n/language';
import type { QueueView } from '../state/directory';
import { useUi } from '../state/ui';

export function QueueTable({ queues }: { queues: QueueView[] }) {
  const t = useT();
  const { setTab, filter } = useUi();
  const drill = (q: QueueView) => {
    filter({ queue: q.queueId, status: null, text: '' });
    setTab('queue');
  };
  return (
    <Table<QueueView>
      rowKey="queueId"
      dataSource={queues}
      pagination={false}
      size="middle"
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: t.overview.emptyQueues }}
      columns={[
        { title: t.overview.queue, dataIndex: ['profile', 'name'], render: (name: string) => <strong>{name}</strong> },
        { title: t.overview.waiting, dataIndex: 'waiting', className: 'num' },
        { title: t.overview.longest, render: (_, q) => (q.longestSince ? <WaitTimer since={q.longestSince} /> : '—') },
        {
          title: t.overview.staff,
          className: 'num',
          render: (_, q) => `${q.agents.filter((a) => a.status === 'available').length} / ${q.agents.length}`,
        },
        { title: t.overview.policy, dataIndex: ['profile', 'policy'], render: (policy: string) => <code>{policy}</code> },
        {
          title: <span className="sr-only">{t.overview.showChats}</span>,
          align: 'end',
          render: (_, q) => (
            <Button size="small" onClick={() => drill(q)}>
              {t.overview.showChats}
            </Button>
          ),
        },
      ]}
    />
  );
}

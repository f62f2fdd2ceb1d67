import { CoffeeOutlined, StepForwardOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import '../styles/queue.css';
import { Page } from '../common/Page';
import { State } from '../common/State';
import { useT } from '../i18n/language';
import { useQueueFeed } from '../state/queues';
import { useInbox, useLink, useWorkspace } from '../state/workspace';
import { ClosedNote } from './ClosedNote';
import { FeedAge, FeedContent } from './FeedState';
import { QueueFiguresStrip } from './QueueFiguresStrip';
import { QueueTabs } from './QueueTabs';
import { useTaking } from './useTaking';
import { WaitingList } from './WaitingList';
import { waitingRows } from './waitingRows';

/** Who waits, for whoever may serve them: pull one, or take what would be next. */
export default function QueuePage() {
  const t = useT();
  const { agent } = useWorkspace();
  const online = useLink() === 'online';
  const feed = useQueueFeed();
  // Whoever is offline is given nothing, by themselves neither.
  const working = useInbox().load.status !== 'offline';
  const [chosen, setChosen] = useState<string | null>(null);
  const { taking, take } = useTaking();
  const queues = feed.queues;
  const current = queues.find((q) => q.queueId === chosen);
  const shown = current ? [current] : queues;
  const rows = waitingRows(queues, current ? chosen : null);
  const hidden = shown.reduce((n, q) => n + Math.max(0, q.waiting - (q.line?.length ?? 0)), 0);
  return (
    <Page title={t.rail.queue} about={<FeedAge feed={feed} />}>
      <FeedContent feed={feed}>
        <div className="overview-body">
          <div className="queue-bar">
            <QueueTabs queues={queues} chosen={current ? chosen : null} onChoose={setChosen} />
            <Button
              type="primary"
              icon={<StepForwardOutlined aria-hidden />}
              disabled={!online || !working || taking !== null || rows.length === 0}
              loading={taking === 'next'}
              onClick={() => void take('next', () => agent.pullNext(current?.queueId))}
            >
              {t.queues.takeNext}
            </Button>
          </div>
          {shown
            .filter((q) => !q.open)
            .map((q) => (
              <ClosedNote key={q.queueId} queue={q} />
            ))}
          <QueueFiguresStrip queues={shown} />
          <section aria-label={t.queues.waitingList}>
            <h2>{t.queues.waitingList}</h2>
            {!working && rows.length > 0 && <p className="muted">{t.queues.offline}</p>}
            {queues.length === 0 ? (
              <State icon={<CoffeeOutlined />} text={t.queues.noQueues} />
            ) : rows.length === 0 ? (
              <State icon={<CoffeeOutlined />} title={t.list.emptyTitle} text={t.list.emptyQueue} />
            ) : (
              <WaitingList rows={rows} showQueue={!current && queues.length > 1} working={working} taking={taking} take={take} />
            )}
            {hidden > 0 && <p className="muted num">{t.queues.more(hidden)}</p>}
          </section>
        </div>
      </FeedContent>
    </Page>
  );
}

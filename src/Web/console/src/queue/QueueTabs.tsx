import type { QueueView } from '@grainline/client';
import { useT } from '../i18n/language';

/** Which queue is looked at: all of them, or one. Nothing to choose where there is only one. */
export function QueueTabs({ queues, chosen, onChoose }: { queues: QueueView[]; chosen: string | null; onChoose(id: string | null): void }) {
  const t = useT();
  if (queues.length < 2) return <span className="queue-tabs">{queues[0] && <strong>{queues[0].profile.name}</strong>}</span>;
  const tab = (id: string | null, name: string, waiting: number) => (
    <button key={id ?? ''} type="button" aria-pressed={chosen === id} onClick={() => onChoose(id)}>
      {name} <span className="num">{waiting}</span>
    </button>
  );
  return (
    <div className="queue-tabs" role="group" aria-label={t.list.queueFilter}>
      {tab(
        null,
        t.list.anyQueue,
        queues.reduce((n, q) => n + q.waiting, 0),
      )}
      {queues.map((q) => tab(q.queueId, q.profile.name, q.waiting))}
    </div>
  );
}

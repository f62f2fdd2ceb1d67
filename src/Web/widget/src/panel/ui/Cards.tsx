import { closedUntil } from '../opening';
import type { WidgetState } from '../state';
import { ClosedCard } from './ClosedCard';
import { useAround } from './context';

/** While waiting: place, estimate, and leave to keep writing. */
export function QueueCard({ state, form }: { state: WidgetState; form(): void }) {
  const { t } = useAround();
  const c = state.conversation;
  if (!c || (c.status !== 'queued' && c.status !== 'offered' && c.status !== 'open')) return null;
  const opensAt = closedUntil(c, Date.now());
  if (opensAt) return <ClosedCard state={state} opensAt={opensAt} form={form} />;
  const offered = c.status === 'offered';
  const returned = state.lines.filter((l) => l.kind === 'event' && l.text !== 'queued').at(-1)?.text === 'returned';
  return (
    <section class="card queue" aria-live="polite">
      <div class={`waves ${offered ? 'near' : ''}`} aria-hidden="true"><i /><i /><i /><b>{offered || c.position === null ? '' : c.position}</b></div>
      <div>
        <h3>{offered ? t.offeredTitle : t.queueTitle(c.position)}</h3>
        <p>{offered ? t.offeredHint : t.queueEta(c.etaSeconds)}</p>
        {!offered && !returned && <p class="soft">{t.queueHint}</p>}
      </div>
    </section>
  );
}

export function HoldLine({ state }: { state: WidgetState }) {
  const { t } = useAround();
  const c = state.conversation;
  return c?.status === 'onHold' ? <p class="note" role="status">{t.hold(c.assignee?.name ?? t.team)}</p> : null;
}

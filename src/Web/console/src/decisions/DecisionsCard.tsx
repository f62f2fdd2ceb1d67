import { GrainlineError, type ConversationView } from '@grainline/client';
import { errorText } from '../common/errorText';
import { RowsSkeleton } from '../common/Skeleton';
import { useT } from '../i18n/language';
import { useLoaded } from '../state/loaded';
import { useWorkspace } from '../state/workspace';
import '../styles/decisions.css';
import { DecisionItem } from './DecisionItem';
import { WaitingWhy } from './WaitingWhy';

const shown = 10;

/** Every decision about a conversation with its reasons; while it waits, why. Asked again whenever the conversation moves. */
export function DecisionsCard({ view }: { view: ConversationView }) {
  const t = useT();
  const { agent } = useWorkspace();
  const { conversationId, status, assignee, position } = view;
  const moved = `${status} ${assignee?.id ?? ''} ${position ?? ''}`;
  const { value, error, loading, reload } = useLoaded(conversationId, () => agent.routing.decisions(conversationId), moved);
  // Not for this role: the card would only say so.
  if (error !== null && GrainlineError.from(error).code === 202) return null;
  return (
    <section className="card" aria-label={t.decisions.title} aria-busy={loading}>
      <h4>{t.decisions.title}</h4>
      {value === null ? (
        error === null ? (
          <RowsSkeleton rows={2} />
        ) : (
          <p className="field-error" role="alert">
            {errorText(error, t)}{' '}
            <button type="button" className="link" onClick={reload}>
              {t.app.retry}
            </button>
          </p>
        )
      ) : (
        <>
          {value.waiting && <WaitingWhy now={value.waiting} position={position} busy={loading} onRefresh={reload} />}
          {value.items.length === 0 && !value.waiting && <p className="muted">{t.decisions.none}</p>}
          {value.items.slice(0, shown).map((d, i) => (
            <DecisionItem key={`${d.offerId} ${d.at}`} decision={d} open={i === 0 && !value.waiting} />
          ))}
          {value.items.length > shown && <p className="muted num">{t.decisions.older(value.items.length - shown)}</p>}
        </>
      )}
    </section>
  );
}

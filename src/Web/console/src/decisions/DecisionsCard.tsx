import type { ConversationView, DecisionView } from '@grainline/client';
import { App } from 'antd';
import { useState } from 'react';
import { CardLoading } from '../common/CardLoading';
import { errorText } from '../common/errorText';
import { useT } from '../i18n/language';
import { useLoaded } from '../state/loaded';
import { useWorkspace } from '../state/workspace';
import '../styles/decisions.css';
import { DecisionItem } from './DecisionItem';
import { WaitingWhy } from './WaitingWhy';

const keyOf = (d: DecisionView): string => `${d.offerId} ${d.at}`;

/** A page that was fetched before newer decisions fell due begins with what is known. */
const withoutDoubles = (all: DecisionView[]): DecisionView[] => [...new Map(all.map((d) => [keyOf(d), d])).values()];

/** Every decision about a conversation with its reasons; while it waits, why. Asked again whenever the conversation moves. */
export function DecisionsCard({ view }: { view: ConversationView }) {
  const t = useT();
  const { agent } = useWorkspace();
  const { message } = App.useApp();
  const { conversationId, status, assignee, position } = view;
  const moved = `${status} ${assignee?.id ?? ''} ${position ?? ''}`;
  const loaded = useLoaded(conversationId, () => agent.routing.decisions(conversationId), moved);
  const { value, loading, reload } = loaded;
  const [older, setOlder] = useState<{ items: DecisionView[]; next: number | null } | null>(null);
  const items = withoutDoubles([...(value?.items ?? []), ...(older?.items ?? [])]);
  const next = older ? older.next : (value?.next ?? null);
  async function more(before: number) {
    try {
      const page = await agent.routing.decisions(conversationId, before);
      setOlder((o) => ({ items: [...(o?.items ?? []), ...page.items], next: page.next }));
    } catch (refusal) {
      void message.error(errorText(refusal, t));
    }
  }
  return (
    <section className="card" aria-label={t.decisions.title} aria-busy={loading}>
      <h4>{t.decisions.title}</h4>
      <CardLoading of={loaded}>
        {({ waiting }) => (
          <>
            {waiting && <WaitingWhy now={waiting} position={position} busy={loading} onRefresh={reload} />}
            {items.length === 0 && !waiting && <p className="muted">{t.decisions.none}</p>}
            {items.map((d, i) => (
              <DecisionItem key={keyOf(d)} decision={d} open={i === 0 && !waiting} />
            ))}
            {next !== null && (
              <button type="button" className="link" onClick={() => void more(next)}>
                {t.decisions.older}
              </button>
            )}
          </>
        )}
      </CardLoading>
    </section>
  );
}

import { wordsOf, type OfferView } from '@grainline/client';
import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { Avatar } from '../common/Avatar';
import { useNow } from '../common/clock';
import { errorText } from '../common/errorText';
import { timer } from '../common/time';
import { useT } from '../i18n/language';
import { useQueueName } from '../state/directory';
import { useUi } from '../state/ui';
import { useLink, useThreadChanges, useWorkspace } from '../state/workspace';
import { DeclineMenu } from './DeclineMenu';
import { OfferFacts } from './OfferFacts';
import { Ring } from './Ring';
import { useOfferAnswers } from './useOfferAnswers';

export function OfferCard({ offer, skewMs }: { offer: OfferView; skewMs: number }) {
  const t = useT();
  const now = useNow();
  const online = useLink() === 'online';
  const { message } = App.useApp();
  const { accept, decline } = useOfferAnswers();
  const { declining, setDeclining } = useUi();
  useEffect(() => () => setDeclining(false), [setDeclining]);
  const [busy, setBusy] = useState(false);
  const c = offer.conversation;
  const queue = useQueueName(c.queue);
  const { agent } = useWorkspace();
  const thread = agent.threads.find((x) => x.conversationId === c.conversationId);
  useThreadChanges(thread ? [thread] : []);
  const last = thread?.log.messages.findLast((m) => (m.kind === 'text' || m.kind === 'file') && m.author.kind === 'visitor');
  const lastText = last ? wordsOf(last) : c.lastText;

  async function answer(call: () => Promise<unknown>) {
    setBusy(true);
    try {
      await call();
    } catch (error) {
      void message.error(errorText(error, t));
    } finally {
      setBusy(false);
    }
  }

  return (
    <section className="offer" aria-label={`${t.offer.title}: ${c.visitor.name}`}>
      <header>
        <Avatar name={c.visitor.name} size={40} />
        <div className="offer-who">
          <strong className="ellipsis">{c.visitor.name}</strong>
          <span className="muted ellipsis">
            {queue} · <span className="num">{t.offer.waited(timer(now - Date.parse(c.waitingSince), t))}</span>
          </span>
        </div>
        <Ring offer={offer} skewMs={skewMs} />
      </header>
      <OfferFacts offer={offer} />
      {c.subject && <p className="offer-subject">{c.subject}</p>}
      <p className="offer-text" data-none={!lastText}>
        {lastText || t.offer.noText}
      </p>
      <footer>
        <DeclineMenu
          open={declining}
          disabled={!online || busy}
          onOpen={setDeclining}
          onDecline={(reason) => {
            setDeclining(false);
            void answer(() => decline(offer, reason));
          }}
        />
        <Button type="primary" loading={busy} disabled={!online} aria-keyshortcuts="A Enter" onClick={() => void answer(() => accept(offer))}>
          {t.offer.accept} <kbd aria-hidden="true">A</kbd>
        </Button>
      </footer>
    </section>
  );
}

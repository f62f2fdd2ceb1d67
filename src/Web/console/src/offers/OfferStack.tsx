import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { App } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { usePreferences } from '../app/preferences';
import { useT } from '../i18n/language';
import { useDirectory } from '../state/directory';
import { useUi } from '../state/ui';
import { useInbox, useWorkspace } from '../state/workspace';
import { beep } from './beep';
import { frontOffer, inDeadlineOrder } from './front';
import { OfferCard } from './OfferCard';
import { useTitleBadge } from './useTitleBadge';

/** The offers that are open now: the most urgent in front, the others a leaf away. Not a dialog: the agent goes on writing. */
export function OfferStack() {
  const t = useT();
  const { agent } = useWorkspace();
  const inbox = useInbox();
  const { message } = App.useApp();
  const muted = usePreferences((p) => p.muted);
  const queues = useDirectory((d) => d.queues);
  const [announcement, setAnnouncement] = useState('');
  const offers = inDeadlineOrder(inbox.offers);
  const chosen = useUi((s) => s.offer);
  const front = frontOffer(offers, chosen);
  const show = (step: number) => {
    const next = offers[(offers.findIndex((o) => o === front) + step + offers.length) % offers.length];
    useUi.setState({ offer: next?.offerId ?? null });
  };
  useTitleBadge(offers.length);

  const skew = useRef(0);
  const names = useRef(new Map<string, string>());
  for (const o of offers) names.current.set(o.offerId, o.conversation.visitor.name);
  useEffect(
    () =>
      agent.on('feed', (event) => {
        if (event.type === 'offer') {
          // A pushed offer has just been made: what differs is this machine's clock.
          skew.current = Date.parse(event.offer.offeredAt) - Date.now();
          if (!muted) void beep();
          const { visitor, queue } = event.offer.conversation;
          setAnnouncement(t.offer.announced(visitor.name, queues.find((q) => q.queueId === queue)?.profile.name ?? queue));
        } else if (event.type === 'offerWithdrawn') {
          const name = names.current.get(event.offerId);
          if (event.reason === 'expired' && name !== undefined) void message.info(t.offer.expiredOne(name));
          names.current.delete(event.offerId);
        }
      }),
    [agent, muted, message, queues, t],
  );

  return (
    <div className="offers" role="region" aria-label={t.offer.label}>
      <span className="sr-only" role="status">
        {announcement}
      </span>
      {front && <OfferCard key={front.offerId} offer={front} skewMs={skew.current} />}
      {front && offers.length > 1 && (
        <div className="offers-more" role="group" aria-label={t.offer.label}>
          <button type="button" className="icon-button small" aria-label={t.offer.previous} onClick={() => show(-1)}>
            <LeftOutlined aria-hidden />
          </button>
          <span className="num">{t.offer.nth(offers.indexOf(front) + 1, offers.length)}</span>
          <button type="button" className="icon-button small" aria-label={t.offer.next} onClick={() => show(1)}>
            <RightOutlined aria-hidden />
          </button>
        </div>
      )}
    </div>
  );
}

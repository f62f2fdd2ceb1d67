import { useEffect, useRef, useState } from 'react';
import { App } from 'antd';
import { usePreferences } from '../app/preferences';
import { useT } from '../i18n/language';
import { useDirectory } from '../state/directory';
import { useInbox, useWorkspace } from '../state/workspace';
import { beep } from './beep';
import { OfferCard } from './OfferCard';
import { useTitleBadge } from './useTitleBadge';

/** The offers that are open now, the oldest in front. Not a dialog: the agent goes on writing. */
export function OfferStack() {
  const t = useT();
  const { agent } = useWorkspace();
  const inbox = useInbox();
  const { message } = App.useApp();
  const muted = usePreferences((p) => p.muted);
  const queues = useDirectory((d) => d.queues);
  const [announcement, setAnnouncement] = useState('');
  const offers = inbox.offers.sort((a, b) => a.expiresAt.localeCompare(b.expiresAt));
  const first = offers[0];
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
      {first && <OfferCard key={first.offerId} offer={first} skewMs={skew.current} />}
      {offers.length > 1 && <p className="offers-more">{t.offer.more(offers.length - 1)}</p>}
    </div>
  );
}

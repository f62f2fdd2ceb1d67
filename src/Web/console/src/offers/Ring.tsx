import { useEffect, useState } from 'react';
import { useT } from '../i18n/language';
import { countdown } from './countdown';

const radius = 17;
const length = 2 * Math.PI * radius;

/** How much of the time to answer is left: a ring for the eye, seconds for everybody. */
export function Ring({ offer, skewMs }: { offer: { offeredAt: string; expiresAt: string }; skewMs: number }) {
  const t = useT();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  const { fraction, seconds } = countdown(offer, now, skewMs);
  return (
    <span className="ring num" role="timer" aria-label={t.offer.left(seconds)} data-short={fraction < 0.3}>
      <svg width="40" height="40" viewBox="0 0 40 40" aria-hidden="true">
        <circle cx="20" cy="20" r={radius} />
        <circle cx="20" cy="20" r={radius} className="ring-left" strokeDasharray={length} strokeDashoffset={length * (1 - fraction)} />
      </svg>
      <span aria-hidden="true">{seconds}</span>
    </span>
  );
}

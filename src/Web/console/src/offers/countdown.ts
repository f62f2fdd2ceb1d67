export interface Countdown {
  /** 1 at the start, 0 at the end. */
  fraction: number;
  /** Whole seconds, rounded up: 0 only when it is over. */
  seconds: number;
  over: boolean;
}

/** `skewMs` is how far the server's clock is ahead of this one's. */
export function countdown(offer: { offeredAt: string; expiresAt: string }, now: number, skewMs = 0): Countdown {
  const [start, end] = [Date.parse(offer.offeredAt), Date.parse(offer.expiresAt)];
  const left = Math.max(0, end - (now + skewMs));
  return { fraction: Math.min(1, left / Math.max(1, end - start)), seconds: Math.ceil(left / 1000), over: left === 0 };
}

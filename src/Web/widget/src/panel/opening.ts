/** How a person leaves word: an address of mail, or a number to call. */
export const isContact = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim()) || (/^\+?[\d\s()./-]+$/.test(text.trim()) && text.replace(/\D/g, '').length >= 6);

/** The time of opening in the reader's language and time zone: today's by the hour, another by its day, one far off by its date. */
export function openingText(at: string, now: number, locale: string): string {
  const then = new Date(at);
  const today = new Date(now).toDateString() === then.toDateString();
  const near = then.getTime() - now < 6 * 86_400_000;
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit', minute: '2-digit', hour12: false, timeZoneName: 'short',
    ...(today ? {} : near ? { weekday: 'long' } : { weekday: 'short', day: 'numeric', month: 'long' }),
  }).format(then);
}

/** Closed until then; a time that has passed is one that the server is about to take back. */
export const closedUntil = (c: { status: string; opensAt?: string | null } | null, now: number): string | null =>
  c && c.status === 'queued' && c.opensAt && Date.parse(c.opensAt) > now ? c.opensAt : null;

import type { AgentStatus, StatusInterval } from '@grainline/client';

/** Midnight before, on this machine's calendar. */
export const dayStart = (at: Date): Date => new Date(at.getFullYear(), at.getMonth(), at.getDate());

/** Intervals as parts of the span from `start` to `end`, 0 to 1; what lies outside is cut off. */
export function laidOut(
  items: readonly StatusInterval[],
  start: number,
  end: number,
): { key: string; status: AgentStatus; from: number; width: number }[] {
  const whole = Math.max(1, end - start);
  return items.flatMap((i) => {
    const from = Math.max(start, Date.parse(i.from));
    const to = Math.min(end, i.to === null ? end : Date.parse(i.to));
    return to > from ? [{ key: i.from, status: i.status, from: (from - start) / whole, width: (to - from) / whole }] : [];
  });
}

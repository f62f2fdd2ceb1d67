import type { SlaClockView, TicketRow } from '@grainline/client';

/** How near a promise is to being broken. Neutral, amber at half, red when people are warned, then broken. */
export type SlaLevel = 'calm' | 'amber' | 'red' | 'breached' | 'paused' | 'met';

export interface SlaState {
  level: SlaLevel;
  /** Milliseconds until it is due, or since it was; null where nothing runs. */
  ms: number | null;
}

/** Policies warn at four fifths unless they say otherwise; a row does not tell. */
const usualWarning = 0.8;

/** What a list knows of a promise is when it is warned of and when it is due: half of it lies as far before as these two say. */
export function rowSla(row: Pick<TicketRow, 'nextDue' | 'nextWarn' | 'breached'>, now: number): SlaState | null {
  const due = row.nextDue === null ? null : Date.parse(row.nextDue);
  if (row.breached) return { level: 'breached', ms: due === null || due > now ? null : now - due };
  if (due === null) return null;
  if (due <= now) return { level: 'breached', ms: now - due };
  const warn = row.nextWarn === null ? due : Date.parse(row.nextWarn);
  const half = due - (due - warn) / (1 - usualWarning) / 2;
  return { level: now >= warn && warn < due ? 'red' : now >= half && half < due ? 'amber' : 'calm', ms: due - now };
}

/** Calendar seconds used now: what was counted, and since then the clock's own run. */
export function usedSeconds(clock: SlaClockView, now: number): number {
  return clock.usedSeconds + (clock.runningSince === null ? 0 : Math.max(0, (now - Date.parse(clock.asOf)) / 1000));
}

export function clockSla(clock: SlaClockView, now: number): SlaState {
  if (clock.metAt !== null) return { level: clock.breachedAt === null ? 'met' : 'breached', ms: null };
  const due = clock.dueAt === null ? null : Date.parse(clock.dueAt);
  if (clock.breachedAt !== null || (due !== null && due <= now)) {
    const since = due ?? (clock.breachedAt === null ? null : Date.parse(clock.breachedAt));
    return { level: 'breached', ms: since === null ? null : Math.max(0, now - since) };
  }
  if (clock.runningSince === null || due === null) return { level: 'paused', ms: null };
  const warn = clock.warnAt === null ? null : Date.parse(clock.warnAt);
  const used = usedSeconds(clock, now) / clock.targetSeconds;
  return { level: clock.warnedAt !== null || (warn !== null && now >= warn) ? 'red' : used >= 0.5 ? 'amber' : 'calm', ms: due - now };
}

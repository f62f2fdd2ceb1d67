/** How long a visitor may wait for an answer before the console calls it overdue. Queues do not carry promises of their own yet. */
export const answerWithinMs = 120_000;

export type WaitLevel = 'calm' | 'amber' | 'red' | 'overdue';

/** Amber at half of the promise, red at four fifths, then overdue. */
export function waitLevel(waitedMs: number, promiseMs = answerWithinMs): WaitLevel {
  if (waitedMs >= promiseMs) return 'overdue';
  if (waitedMs >= promiseMs * 0.8) return 'red';
  return waitedMs >= promiseMs * 0.5 ? 'amber' : 'calm';
}

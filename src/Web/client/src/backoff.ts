export const longestWaitMs = 15_000;

/** The first retry is almost at once, later ones double up to 15 s; the jitter keeps a crowd of clients from returning together. */
export function backoffMs(attempt: number, random: () => number): number {
  if (attempt === 0) return 50 + random() * 250;
  const full = Math.min(longestWaitMs, 500 * 2 ** attempt);
  return full / 2 + random() * (full / 2);
}

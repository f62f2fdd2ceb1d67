import type { DecisionView } from '@grainline/client';

/** How many could not be asked, by reason, the commonest first. */
export const rejections = (d: DecisionView): { because: string; count: number }[] =>
  Object.entries(d.rejectedCounts)
    .map(([because, count]) => ({ because, count }))
    .filter((r) => r.count > 0)
    .sort((a, b) => b.count - a.count || a.because.localeCompare(b.because));

/** What fills the bar of a part: most are shares of 1; of what is counted in seconds or turns, the largest among the candidates. */
export const partScale = (d: DecisionView, name: string): number => Math.max(1, ...d.candidates.map((c) => Math.abs(c.parts[name] ?? 0)));

/** The named parts in one order for all candidates, so that bars can be compared down the page. */
export const partNames = (d: DecisionView): string[] => [...new Set(d.candidates.flatMap((c) => Object.keys(c.parts)))].sort();

import type { Estimate, ReplayFigures, ReplayReport } from '@grainline/client';

export type Measure = keyof ReplayFigures;

interface Kind {
  unit: 'seconds' | 'share';
  /** Which way is good; null where it depends on what one wants. */
  better: 'less' | 'more' | null;
}

export const kinds: Record<Measure, Kind> = {
  averageWaitSeconds: { unit: 'seconds', better: 'less' },
  wait95Seconds: { unit: 'seconds', better: 'less' },
  serviceLevel: { unit: 'share', better: 'more' },
  handleSeconds: { unit: 'seconds', better: 'less' },
  occupancy: { unit: 'share', better: null },
  fairness: { unit: 'share', better: 'more' },
};

export type Verdict = 'better' | 'worse' | 'even' | 'other';

/** Clear only where the intervals do not touch. */
export function verdict(measure: Measure, baseline: Estimate, candidate: Estimate): Verdict {
  const less = candidate.high < baseline.low;
  const more = candidate.low > baseline.high;
  if (!less && !more) return 'even';
  const { better } = kinds[measure];
  if (better === null) return 'other';
  return (better === 'less') === less ? 'better' : 'worse';
}

/** What fills the whole width of a measure's bars. */
export function scaleOf(measure: Measure, ...all: Estimate[]): number {
  return kinds[measure].unit === 'share' ? 1 : Math.max(1e-9, ...all.map((e) => e.high)) * 1.05;
}

export const measures = (r: ReplayReport): Measure[] => (Object.keys(kinds) as Measure[]).filter((m) => r.baseline.figures[m] && r.candidate.figures[m]);

/** The field of a local date and time, and back; a time zone is the reader's own. */
export function toLocal(at: number): string {
  const d = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}T${two(d.getHours())}:${two(d.getMinutes())}`;
}

export function periodErrors(from: string, to: string, now: number): 'from' | 'to' | null {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  if (!Number.isFinite(start) || start >= now) return 'from';
  return !Number.isFinite(end) || end <= start ? 'to' : null;
}

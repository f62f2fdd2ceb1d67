import type { ReplayFigure, ReplayReport } from '@grainline/client';

export type Measure = ReplayFigure['name'];

interface Kind {
  unit: 'seconds' | 'share';
  /** Which way is good; null where it depends on what one wants. */
  better: 'less' | 'more' | null;
}

export const kinds: Record<Measure, Kind> = {
  waitMean: { unit: 'seconds', better: 'less' },
  waitP50: { unit: 'seconds', better: 'less' },
  waitP95: { unit: 'seconds', better: 'less' },
  serviceLevel: { unit: 'share', better: 'more' },
  abandonment: { unit: 'share', better: 'less' },
  handleMean: { unit: 'seconds', better: 'less' },
  occupancy: { unit: 'share', better: null },
  fairness: { unit: 'share', better: 'more' },
};

export type Verdict = 'better' | 'worse' | 'even' | 'other';

/** Clear only where the interval of the difference leaves zero out; without an interval nothing is clear. */
export function verdict({ name, low, high }: ReplayFigure): Verdict {
  if (low === null || high === null || (low <= 0 && high >= 0)) return 'even';
  const { better } = kinds[name];
  if (better === null) return 'other';
  return (better === 'less') === high < 0 ? 'better' : 'worse';
}

/** What fills the whole width of a measure's bars. */
export const scaleOf = (name: Measure, ...all: ReplayFigure[]): number =>
  kinds[name].unit === 'share' ? Math.max(1, ...all.map((f) => f.value)) : Math.max(1e-9, ...all.map((f) => f.high ?? f.value)) * 1.05;

export interface Line {
  name: Measure;
  actual: ReplayFigure | undefined;
  recorded: ReplayFigure;
  proposed: ReplayFigure;
  difference: ReplayFigure;
}

/** The measures that both runs have, in our order; what this console does not know is left out. */
export function lines(r: ReplayReport): Line[] {
  const of = (figures: readonly ReplayFigure[], name: Measure) => figures.find((f) => f.name === name);
  return (Object.keys(kinds) as Measure[]).flatMap((name) => {
    const [recorded, proposed, difference] = [of(r.recorded.figures, name), of(r.proposed.figures, name), of(r.difference, name)];
    return recorded && proposed && difference ? [{ name, actual: of(r.actual, name), recorded, proposed, difference }] : [];
  });
}

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

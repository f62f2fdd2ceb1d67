import type { PolicySpec } from './routing';
import type { Instant } from './wire';

/** `from` and `to` bound the recorded arrivals: default the last day. The same request gives the same report. */
export interface ReplayRequest {
  spec: PolicySpec;
  from?: Instant;
  to?: Instant;
  seed?: number;
}

/** Seconds for `waitMean`, `waitP50`, `waitP95`, `handleMean`; shares for the others. A 95 % confidence interval, where one can be told. */
export interface ReplayFigure {
  name: 'waitMean' | 'waitP50' | 'waitP95' | 'handleMean' | 'serviceLevel' | 'abandonment' | 'occupancy' | 'fairness';
  value: number;
  low: number | null;
  high: number | null;
}

export interface ReplayRun {
  policy: PolicySpec;
  /** If it was published. */
  version: number | null;
  decisions: number;
  figures: ReplayFigure[];
}

export interface ReplayReport {
  queue: string;
  from: Instant;
  to: Instant;
  seed: number;
  conversations: number;
  agents: number;
  /** What was measured then: how far the recorded run is from it is how far runs are from life. */
  actual: ReplayFigure[];
  recorded: ReplayRun;
  proposed: ReplayRun;
  /** Proposed less recorded: both share their arrivals, so this is surer than either. */
  difference: ReplayFigure[];
  notes: string[];
}

import type { PolicySpec } from './routing';
import type { Instant } from './wire';

/** `from` and `to` bound the recorded arrivals; the same request gives the same report. */
export interface ReplayRequest {
  spec: PolicySpec;
  from?: Instant;
  to?: Instant;
  seed?: number;
}

/** A mean with its confidence interval. */
export interface Estimate {
  mean: number;
  low: number;
  high: number;
}

/** Seconds, and shares from 0 to 1. `fairness` is 1 when all agents did equally much. */
export interface ReplayFigures {
  averageWaitSeconds: Estimate;
  wait95Seconds: Estimate;
  serviceLevel: Estimate;
  handleSeconds: Estimate;
  occupancy: Estimate;
  fairness: Estimate;
}

export interface ReplayRun {
  policy: string;
  figures: ReplayFigures;
}

export interface ReplayReport {
  from: Instant;
  to: Instant;
  arrivals: number;
  baseline: ReplayRun;
  candidate: ReplayRun;
}

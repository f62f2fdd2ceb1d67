import type { Priority, SlaMetric, SlaPolicySpec, SlaTarget } from '@grainline/client';

const same = (x: SlaTarget, metric: SlaMetric, priority: Priority | null) => x.metric === metric && (x.priority ?? null) === priority;

/** In minutes; null for no promise. */
export function targetOf(spec: SlaPolicySpec, metric: SlaMetric, priority: Priority | null): number | null {
  const found = spec.targets.find((x) => same(x, metric, priority));
  return found ? found.seconds / 60 : null;
}

export function withTarget(targets: readonly SlaTarget[], metric: SlaMetric, priority: Priority | null, minutes: number | null): SlaTarget[] {
  const others = targets.filter((x) => !same(x, metric, priority));
  if (minutes === null) return others;
  const next: SlaTarget = { metric, priority, seconds: Math.round(minutes * 60) };
  // Where it was, so that a value that comes back is no change.
  return others.length === targets.length ? [...targets, next] : targets.map((x) => (same(x, metric, priority) ? next : x));
}

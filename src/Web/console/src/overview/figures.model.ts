import { noFigures, usualTarget, type AgentSnapshot, type QueueView } from '@grainline/client';
import { shareOf } from '../common/figure';

const sum = <T>(items: readonly T[], of: (item: T) => number): number => items.reduce((total, item) => total + of(item), 0);

/** Several queues as one. Capacity counts whoever takes chats now, or still has some; averages weigh by what was answered. */
export function figures(queues: readonly QueueView[], agents: readonly AgentSnapshot[]) {
  const present = agents.filter((a) => a.status === 'available' || a.load > 0);
  const today = queues.map((q) => q.figures?.today ?? noFigures);
  const answered = sum(today, (f) => f.answered);
  return {
    waiting: sum(queues, (q) => q.waiting),
    longestSince: queues.flatMap((q) => (q.longestSince === null ? [] : [q.longestSince])).sort()[0] ?? null,
    available: agents.filter((a) => a.status === 'available').length,
    load: sum(present, (a) => a.load),
    capacity: sum(present, (a) => a.capacity),
    serviceLevel: shareOf(
      sum(today, (f) => f.withinTarget),
      sum(today, (f) => f.answered + f.abandoned),
    ),
    target: Math.max(0, ...queues.map((q) => (q.profile.target ?? usualTarget).share)),
    averageWait: shareOf(
      sum(today, (f) => (f.averageWaitSeconds ?? 0) * f.answered),
      answered,
    ),
  };
}

import type { AgentSnapshot, QueueView } from '../state/directory';

/** Capacity counts whoever takes chats now, or still has some. */
export function figures(queues: readonly QueueView[], agents: readonly AgentSnapshot[]) {
  const present = agents.filter((a) => a.status === 'available' || a.load > 0);
  return {
    waiting: queues.reduce((sum, q) => sum + q.waiting, 0),
    longestSince:
      queues
        .map((q) => q.longestSince)
        .filter((s) => s !== null)
        .sort()[0] ?? null,
    available: agents.filter((a) => a.status === 'available').length,
    load: present.reduce((sum, a) => sum + a.load, 0),
    capacity: present.reduce((sum, a) => sum + a.capacity, 0),
  };
}

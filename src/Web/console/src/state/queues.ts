import type { AgentSnapshot, QueueFeed, QueueView } from '@grainline/client';
import { useEffect, useReducer } from 'react';
import { useWorkspace } from './workspace';

/** Watches the queues while something that is shown needs them; the SDK's feed is the only copy of the truth. */
export function useQueueFeed(): QueueFeed {
  const { agent } = useWorkspace();
  const [, changed] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    const stop = agent.on('queues', changed);
    const leave = agent.watchQueues();
    return () => {
      stop();
      leave();
    };
  }, [agent]);
  return agent.queueFeed;
}

/** Everybody who serves one of the queues, once, as seen last. Queues tell who does what now, the directory also who is away and who can do what. */
export function staffOf(queues: readonly QueueView[], directory: readonly AgentSnapshot[]): AgentSnapshot[] {
  const known = new Map<string, AgentSnapshot>();
  const ids = new Set(queues.map((q) => q.queueId));
  for (const a of directory) if (a.queues.some((q) => ids.has(q))) known.set(a.agentId, a);
  for (const a of queues.flatMap((q) => q.agents)) {
    const before = known.get(a.agentId);
    if (!before || before.version <= a.version)
      known.set(a.agentId, { ...a, skills: a.skills ?? before?.skills, languages: a.languages ?? before?.languages });
  }
  return [...known.values()];
}

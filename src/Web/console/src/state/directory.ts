import type { AgentSnapshot, GrainlineAgent, QueueView } from '@grainline/client';
import { create } from 'zustand';

interface Directory {
  queues: QueueView[];
  agents: AgentSnapshot[];
  /** When it was fetched, in epoch milliseconds; null before the first time. */
  at: number | null;
  error: unknown;
  refresh(agent: GrainlineAgent): Promise<void>;
  clear(): void;
}

let running: Promise<void> | null = null;

/** The tenant's queues and agents, as of `at`. */
export const useDirectory = create<Directory>((set) => ({
  queues: [],
  agents: [],
  at: null,
  error: null,
  refresh: (agent) =>
    (running ??= load(agent, set).finally(() => {
      running = null;
    })),
  clear: () => set({ queues: [], agents: [], at: null, error: null }),
}));

async function load(agent: GrainlineAgent, set: (change: Partial<Directory>) => void): Promise<void> {
  try {
    const [queues, agents] = await Promise.all([agent.queues<QueueView>(), agent.agents<AgentSnapshot>()]);
    set({ queues: queues.items, agents: agents.items, at: Date.now(), error: null });
  } catch (error) {
    // What is known stays on the page, with its age.
    set({ error });
  }
}

export const useQueueName = (id: string): string => useDirectory((d) => d.queues.find((q) => q.queueId === id)?.profile.name ?? id);

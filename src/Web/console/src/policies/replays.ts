import type { GrainlineAgent, PolicySpec, ReplayReport, ReplayRequest } from '@grainline/client';
import { create } from 'zustand';

interface Run {
  spec: PolicySpec;
  /** Epoch milliseconds while it runs. */
  since?: number;
  report?: ReplayReport;
  error?: unknown;
}

/** The last run of each queue: it goes on, and stays, while its page is not shown. */
export const useReplays = create<{ runs: Record<string, Run> }>(() => ({ runs: {} }));

export async function startReplay(agent: GrainlineAgent, queueId: string, request: ReplayRequest): Promise<void> {
  const { spec } = request;
  const put = (run: Run) => useReplays.setState((s) => ({ runs: { ...s.runs, [queueId]: run } }));
  if (useReplays.getState().runs[queueId]?.since !== undefined) return;
  put({ spec, since: Date.now() });
  try {
    put({ spec, report: await agent.routing.replay(queueId, request) });
  } catch (error) {
    put({ spec, error });
  }
}

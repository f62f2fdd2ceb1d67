import { GrainlineError, type BulkRunView, type TicketAction } from '@grainline/client';
import { useCallback, useEffect, useState } from 'react';
import { useWorkspace } from '../../state/workspace';

/** One run over many tickets, told by the hub as it goes; a run whose start was not answered is started again under the same id. */
export function useBulkRun() {
  const { agent } = useWorkspace();
  const [bulkId] = useState(() => agent.newId());
  const [run, setRun] = useState<BulkRunView | null>(null);
  const [error, setError] = useState<unknown>(null);
  const newer = useCallback(
    (next: BulkRunView) => setRun((known) => (known && (known.endedAt !== null || known.done > next.done) && next.endedAt === null ? known : next)),
    [],
  );
  useEffect(() => {
    const stop = agent.ticketHub.on('run', (next) => {
      if (next.bulkId === bulkId) newer(next);
    });
    return stop;
  }, [agent, bulkId, newer]);

  const watched = run !== null;
  // Watched once the run is there: before that the server has nothing to tell.
  useEffect(() => (watched ? agent.ticketHub.watchRun(bulkId) : undefined), [agent, bulkId, watched]);

  const start = async (ticketIds: string[], actions: TicketAction[], macro?: string) => {
    for (let attempt = 0; ; attempt++) {
      try {
        newer(await agent.tickets.startRun(bulkId, ticketIds, actions, macro));
        return;
      } catch (refusal) {
        if (!GrainlineError.from(refusal).temporary || attempt >= 2) {
          setError(refusal);
          return;
        }
      }
    }
  };
  const cancel = async () => {
    try {
      newer(await agent.tickets.cancelRun(bulkId));
    } catch (refusal) {
      setError(refusal);
    }
  };
  return { run, error, start, cancel };
}

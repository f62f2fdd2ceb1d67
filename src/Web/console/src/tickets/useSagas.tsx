import { ErrorCode, GrainlineError, type TicketSagaView } from '@grainline/client';
import { App } from 'antd';
import { useCallback } from 'react';
import { errorText } from '../common/errorText';
import { currentT } from '../i18n/language';
import { useWorkspace } from '../state/workspace';

/** Transfers, merges and splits: done or undone whatever becomes of the answer, and taken back from the toast that tells of them. */
export function useSagas() {
  const { agent } = useWorkspace();
  const { message } = App.useApp();
  const run = useCallback(
    async (begin: () => Promise<TicketSagaView>, sagaId: string, done: string): Promise<TicketSagaView> => {
      let saga: TicketSagaView;
      try {
        saga = await begin();
      } catch (error) {
        // Whether it began is unknown: the saga itself tells.
        if (![ErrorCode.linkLost, ErrorCode.timedOut].includes(GrainlineError.from(error).code as 900)) throw error;
        saga = await agent.tickets.saga(sagaId);
      }
      if (saga.status === 'undone' || saga.status === 'undoing') throw new GrainlineError(ErrorCode.ticketBusy, saga.why ?? '');
      const t = currentT();
      const key = `saga ${sagaId}`;
      const undo = () => {
        message.destroy(key);
        agent.tickets.undo(sagaId).then(
          () => void message.success(t.sagas.undone),
          (error: unknown) => void message.error(sagaError(error), 8),
        );
      };
      void message.success({
        key,
        duration: 10,
        content: (
          <>
            {saga.status === 'running' ? t.sagas.running : done}{' '}
            <button type="button" className="link" onClick={undo}>
              {t.admin.undo}
            </button>
          </>
        ),
      });
      return saga;
    },
    [agent, message],
  );
  return { run };
}

/** Why it cannot be taken back: the server names what stands against it. */
function sagaError(error: unknown): string {
  const { code, message } = GrainlineError.from(error);
  const words = errorText(error, currentT());
  return code === ErrorCode.tooLateToUndo && message ? `${words} ${message}` : words;
}

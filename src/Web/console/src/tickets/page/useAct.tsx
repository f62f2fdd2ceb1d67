import { ErrorCode, GrainlineError, type TicketAction, type TicketThread } from '@grainline/client';
import { App } from 'antd';
import { useCallback, useState, type ReactNode } from 'react';
import { adminError } from '../../admin/useSave';
import { useWorkspace } from '../../state/workspace';
import type { Act, ActOptions } from './context';
import { ConflictDialog } from './ConflictDialog';
import { crossing } from './conflict.model';

interface Pending {
  actions: TicketAction[];
  options: ActOptions;
  decide(again: boolean): void;
}

/** Applies changes. One that crosses somebody else's asks first, one beside it goes through on the newer version. */
export function useAct(thread: TicketThread): { act: Act; conflict: ReactNode } {
  const { agent } = useWorkspace();
  const { message } = App.useApp();
  const [pending, setPending] = useState<Pending | null>(null);
  const act = useCallback<Act>(
    async (actions, options = {}) => {
      let base = options.base;
      for (;;) {
        const requestId = agent.newId();
        try {
          await thread.apply(actions, {
            requestId,
            ...(base === undefined ? {} : { ifVersion: base }),
            ...(options.macro ? { macro: options.macro } : {}),
          });
          return true;
        } catch (error) {
          const refusal = GrainlineError.from(error);
          if (refusal.code === ErrorCode.ticketChanged && base !== undefined) {
            await thread.refresh();
            const seen = base;
            base = thread.view?.version;
            if (crossing(actions, thread.entries, seen).length === 0) continue;
            const again = await new Promise<boolean>((decide) => setPending({ actions, options: { ...options, base: seen }, decide }));
            setPending(null);
            if (!again) return false;
            base = thread.view?.version;
            continue;
          }
          if (options.onError) options.onError(error);
          else void message.error(actError(refusal), 6);
          if (refusal.code === ErrorCode.triggerNotAllowed || refusal.code === ErrorCode.ticketEnded) void thread.refresh();
          return false;
        }
      }
    },
    [agent, thread, message],
  );
  const conflict = pending && <ConflictDialog thread={thread} actions={pending.actions} base={pending.options.base ?? 0} decide={pending.decide} />;
  return { act, conflict };
}

/** The guard that does not hold, the field that is wrong: only the server's words name them. */
const named = new Set<number>([ErrorCode.triggerNotAllowed, ErrorCode.fieldsInvalid, ErrorCode.invalidArgument]);

function actError(error: GrainlineError): string {
  const words = adminError(error);
  return named.has(error.code) && error.message && !words.endsWith(error.message) ? `${words} ${error.message}` : words;
}

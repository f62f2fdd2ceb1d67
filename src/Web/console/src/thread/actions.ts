import type { ConversationView, StaffRole } from '@grainline/client';
import { App } from 'antd';
import { errorText } from '../common/errorText';
import { currentT } from '../i18n/language';
import { useUi } from '../state/ui';
import { useLink, useWorkspace } from '../state/workspace';

export interface Allowed {
  transfer: boolean;
  hold: boolean;
  resume: boolean;
  resolve: boolean;
  classify: boolean;
}

/** What the buttons offer; the conversation itself decides again. */
export function allowed(view: ConversationView, me: { agentId: string; roles: readonly StaffRole[] }): Allowed {
  const senior = me.roles.some((r) => r !== 'agent');
  const serves = view.assignee?.id === me.agentId || senior;
  const over = view.status === 'resolved' || view.status === 'closed';
  // Seniors may take a waiting conversation out of its line.
  const going = !over && (view.assignee !== null || senior);
  return {
    transfer: serves && going,
    hold: serves && view.status === 'assigned',
    resume: serves && view.status === 'onHold',
    resolve: serves && going,
    // Agents sort what waits in their queues too; the conversation knows whether it is theirs.
    classify: !over && (serves || view.assignee === null),
  };
}

export function useActions(view: ConversationView | null) {
  const { agent, session } = useWorkspace();
  const online = useLink() === 'online';
  const { message } = App.useApp();
  const can: Allowed = view && online ? allowed(view, session) : { transfer: false, hold: false, resume: false, resolve: false, classify: false };

  async function attempt(call: () => Promise<unknown>, done: string) {
    try {
      await call();
      void message.success(done);
    } catch (error) {
      void message.error(errorText(error, currentT()));
    }
  }

  const done = currentT().actions.done;
  return {
    can,
    transfer: () => {
      if (can.transfer) useUi.getState().open('transfer');
    },
    toggleHold: () => {
      if (!view) return;
      if (can.hold) void attempt(() => agent.hold(view.conversationId), done.held);
      else if (can.resume) void attempt(() => agent.resume(view.conversationId), done.resumed);
    },
    resolve: () => {
      if (view && can.resolve) void attempt(() => agent.resolve(view.conversationId), done.resolved);
    },
  };
}

import { browserStorage, GrainlineAgent, type AgentSession, type ConversationThread } from '@grainline/client';
import { createContext, useContext, useEffect, useMemo, useReducer, useState, type ReactNode } from 'react';
import { endsSession, useSession } from '../session/session';
import { useDirectory } from './directory';

export interface Workspace {
  agent: GrainlineAgent;
  session: AgentSession;
  /** Supervisors and administrators may write in and move everybody's conversations. */
  senior: boolean;
  /** Administrators may change how queues and agents work. */
  admin: boolean;
  /** Starts over after the server has said "stay away". */
  reconnect(): void;
}

export const WorkspaceContext = createContext<Workspace | null>(null);

export function WorkspaceProvider({ session, children }: { session: AgentSession; children: ReactNode }) {
  const [round, reconnect] = useReducer((n: number) => n + 1, 0);
  const [agent, setAgent] = useState<GrainlineAgent | null>(null);
  useEffect(() => {
    const { renewed, end } = useSession.getState();
    const next = new GrainlineAgent({ session, storage: browserStorage('local'), onSession: renewed });
    const stopListening = next.on('state', (state) => {
      if (state === 'refused' && endsSession(next.error)) end('expired');
    });
    next.start();
    setAgent(next);
    return () => {
      stopListening();
      next.stop();
      useDirectory.getState().clear();
    };
  }, [session, round]);
  const value = useMemo(
    () => agent && { agent, session, senior: session.roles.some((r) => r !== 'agent'), admin: session.roles.includes('admin'), reconnect },
    [agent, session],
  );
  return value && <WorkspaceContext value={value}>{children}</WorkspaceContext>;
}

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('This is shown outside a workspace.');
  return workspace;
}

/** Draws again with each change of the inbox; the SDK's inbox is the only copy of the truth. */
export function useInbox() {
  const { agent } = useWorkspace();
  const [, changed] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    changed();
    return agent.on('inbox', changed);
  }, [agent]);
  return agent.inbox;
}

export function useLink() {
  const { agent } = useWorkspace();
  const [, changed] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    changed();
    return agent.on('state', changed);
  }, [agent]);
  return agent.state;
}

/** Draws at most once a frame, however many messages arrive in it. */
export function useThreadChanges(threads: readonly ConversationThread[]): void {
  const [, changed] = useReducer((n: number) => n + 1, 0);
  const key = threads.map((t) => t.conversationId).join();
  useEffect(() => {
    let frame = 0;
    const stops = threads.map((t) =>
      t.on('change', () => {
        frame ||= requestAnimationFrame(() => {
          frame = 0;
          changed();
        });
      }),
    );
    changed();
    return () => {
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
    };
    // The key names the threads; the array is new with each drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
}

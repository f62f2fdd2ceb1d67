import { GrainlineError, logIn, rest, type AgentSession } from '@grainline/client';
import { create } from 'zustand';
import { forget, keep, recall } from './storage';

export interface SetUp {
  code: string;
  tenant: string;
  tenantName: string;
  login: string;
  name: string;
  password: string;
  origins: string[];
}

interface SessionStore {
  session: AgentSession | null;
  /** Why the last session is over; shown above the log-in form. */
  ended: 'expired' | 'loggedOut' | null;
  logIn(login: string, password: string, keepSignedIn: boolean): Promise<void>;
  setUp(body: SetUp): Promise<void>;
  renewed(session: AgentSession): void;
  end(why: 'expired' | 'loggedOut'): void;
}

// Not `fetch` itself: browsers refuse it as a member of another object.
const fetcher: typeof fetch = (input, init) => fetch(input, init);

export const useSession = create<SessionStore>((set) => ({
  session: recall(Date.now()),
  ended: null,
  logIn: async (login, password, keepSignedIn) => {
    const session = await logIn(location.origin, login, password, fetcher);
    keep(session, keepSignedIn ? 'local' : 'session');
    set({ session, ended: null });
  },
  setUp: async (body) => {
    const session = await rest<AgentSession>({ fetch: fetcher }, location.origin, '/setup', { body });
    keep(session, 'session');
    set({ session, ended: null });
  },
  // The running client has the newer token already: React need not hear of it.
  renewed: (session) => keep(session),
  end: (ended) => {
    forget();
    set({ session: null, ended });
  },
}));

/** Words with which the server closes a socket (docs/errors.md): the session is over, the account has changed. */
const farewells = [3500, 3501];

/** True for refusals that only a new log-in can heal. */
export function endsSession(error: unknown): boolean {
  if (error === null) return false;
  const refusal = GrainlineError.from(error);
  return refusal.aboutSession || farewells.includes(refusal.code);
}

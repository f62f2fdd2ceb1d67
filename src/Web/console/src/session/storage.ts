import type { AgentSession, KeyValueStorage } from '@grainline/client';
import { local, ofTab, readJson } from '../common/stored';

const key = 'grainline.session';
type Place = 'local' | 'session';
const storages: Record<Place, KeyValueStorage> = { local, session: ofTab };

/** Without a place, the session stays where it was. */
export function keep(session: AgentSession, place: Place = local.getItem(key) === null ? 'session' : 'local'): void {
  forget();
  storages[place].setItem(key, JSON.stringify(session));
}

export function recall(now: number): AgentSession | null {
  const session = readJson<AgentSession>(ofTab, key) ?? readJson<AgentSession>(local, key);
  if (session && isWhole(session) && Date.parse(session.expiresAt) > now) return session;
  forget();
  return null;
}

export function forget(): void {
  ofTab.removeItem(key);
  local.removeItem(key);
}

const isWhole = (s: Partial<AgentSession>): s is AgentSession =>
  [s.agentId, s.name, s.token, s.expiresAt].every((v) => typeof v === 'string') && Array.isArray(s.roles);

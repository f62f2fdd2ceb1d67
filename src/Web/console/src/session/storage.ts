import type { AgentSession } from '@grainline/client';

const key = 'grainline.session';
type Place = 'local' | 'session';
const storages: Record<Place, Storage> = { local: localStorage, session: sessionStorage };

/** Without a place, the session stays where it was. */
export function keep(session: AgentSession, place: Place = localStorage.getItem(key) === null ? 'session' : 'local'): void {
  forget();
  storages[place].setItem(key, JSON.stringify(session));
}

export function recall(now: number): AgentSession | null {
  const json = sessionStorage.getItem(key) ?? localStorage.getItem(key);
  if (json === null) return null;
  const session = JSON.parse(json) as AgentSession;
  if (Date.parse(session.expiresAt) > now) return session;
  forget();
  return null;
}

export function forget(): void {
  sessionStorage.removeItem(key);
  localStorage.removeItem(key);
}

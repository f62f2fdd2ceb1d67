/** Everything the client takes from the outside, so that tests and Node can bring their own. */
export interface Environment {
  fetch: typeof fetch;
  /** A WebSocket class; undefined lets SignalR find the platform's. */
  WebSocket: (new (url: string, protocols?: string | string[]) => WebSocket) | undefined;
  now(): number;
  after(ms: number, run: () => void): () => void;
  random(): number;
  newId(): string;
  /** Calls back when the network or the tab comes back to life; the answer stops it. */
  onWake(run: () => void): () => void;
}

export function browserEnvironment(overrides: Partial<Environment> = {}): Environment {
  return {
    fetch: (input, init) => globalThis.fetch(input, init),
    WebSocket: undefined,
    now: () => Date.now(),
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    newId,
    onWake,
    ...overrides,
  };
}

/** `crypto.randomUUID` exists in secure contexts only; shops still test on plain http. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
}

function onWake(run: () => void): () => void {
  if (typeof window === 'undefined') return () => {};
  const visible = () => { if (document.visibilityState === 'visible') run(); };
  window.addEventListener('online', run);
  window.addEventListener('pageshow', visible);
  document.addEventListener('visibilitychange', visible);
  return () => {
    window.removeEventListener('online', run);
    window.removeEventListener('pageshow', visible);
    document.removeEventListener('visibilitychange', visible);
  };
}

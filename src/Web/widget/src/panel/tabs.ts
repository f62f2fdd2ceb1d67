import { emptyState, type ActionName, type Actions, type Chat, type WidgetState } from './state';

type Wire = { type: 'state'; state: WidgetState } | { type: 'hello' } | { type: 'do'; action: ActionName; args: unknown[] };

export interface Leadable extends Actions {
  readonly state: WidgetState;
  resume(): void;
}

export interface TabServices {
  locks: Pick<LockManager, 'request'> | undefined;
  channel(name: string): BroadcastChannel | null;
}

export const browserTabs: TabServices = {
  locks: typeof navigator === 'undefined' ? undefined : navigator.locks,
  channel: (name) => (typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)),
};

/**
 * One engine, so one socket, per browser and site: the tab that holds the lock runs it and tells the others what to draw; they tell it what was clicked.
 * When it closes, the lock passes on and the next tab takes over from storage. Where locks are missing (plain http) each tab is its own leader.
 */
export class SharedChat implements Chat {
  state: WidgetState = emptyState;
  readonly actions: Actions;
  readonly #listeners = new Set<() => void>();
  #engine: Leadable | null = null;
  #scheduled = false;
  #waiting: { action: ActionName; args: unknown[] }[] = [];
  readonly #channel: BroadcastChannel | null;

  constructor(site: string, makeEngine: (changed: () => void) => Leadable, services: TabServices = browserTabs) {
    const locks = services.locks;
    this.#channel = locks ? services.channel(`grainline.${site}`) : null;
    this.actions = new Proxy({} as Actions, { get: (_, action: ActionName) => (...args: unknown[]) => this.#do(action, args) });
    if (!locks || !this.#channel) {
      this.#lead(makeEngine);
      return;
    }
    this.#channel.onmessage = ({ data }: MessageEvent<Wire>) => this.#hear(data);
    this.#say({ type: 'hello' });
    // The lock is held until the tab goes: the promise never resolves.
    void locks.request(`grainline.${site}`, () => {
      this.#lead(makeEngine);
      return new Promise<void>(() => {});
    });
  }

  get leads(): boolean { return this.#engine !== null; }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #lead(makeEngine: (changed: () => void) => Leadable): void {
    this.#engine = makeEngine(() => this.#publishSoon());
    this.#engine.resume();
    for (const { action, args } of this.#waiting.splice(0)) this.#run(action, args);
    this.#publishSoon();
  }

  #do(action: ActionName, args: unknown[]): void {
    if (this.#engine) this.#run(action, args);
    // Nobody has answered yet: either this tab is about to lead, or the leader will say so.
    else if (this.state === emptyState) this.#waiting.push({ action, args });
    else this.#say({ type: 'do', action, args });
  }

  #run(action: ActionName, args: unknown[]): void {
    (this.#engine![action] as (...a: unknown[]) => void)(...args);
  }

  #hear(message: Wire): void {
    switch (message.type) {
      case 'hello': if (this.#engine) this.#publishSoon(); return;
      case 'do': if (this.#engine) this.#run(message.action, message.args); return;
      case 'state':
        if (this.#engine) return;
        this.state = message.state;
        for (const { action, args } of this.#waiting.splice(0)) this.#say({ type: 'do', action, args });
        this.#notify();
    }
  }

  /** Many changes of one turn are drawn once. */
  #publishSoon(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      this.state = this.#engine!.state;
      this.#say({ type: 'state', state: this.state });
      this.#notify();
    });
  }

  #notify(): void { for (const listener of [...this.#listeners]) listener(); }
  #say(message: Wire): void { this.#channel?.postMessage(message); }
}

import { browserEnvironment } from '@grainline/client';
import { emptyState, type ActionName, type Actions, type Chat, type WidgetState } from './state';

/** Something asked of whichever tab leads. */
interface Order { id: string; action: ActionName; args: unknown[] }

type Wire = { type: 'state'; state: WidgetState } | { type: 'hello' } | { type: 'lead' } | ({ type: 'do' } & Order) | { type: 'done'; id: string };

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
 * When it closes, the lock passes on and the next tab takes over from storage; orders that nobody has confirmed are given again, because a leader may go
 * without having heard them. Where locks are missing (plain http) each tab is its own leader.
 */
export class SharedChat implements Chat {
  state: WidgetState = emptyState;
  readonly actions: Actions;
  readonly #listeners = new Set<() => void>();
  #engine: Leadable | null = null;
  #scheduled = false;
  /** Orders not confirmed yet. */
  #waiting: Order[] = [];
  readonly #done = new Set<string>();
  readonly #newId = browserEnvironment().newId;
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
    this.#say({ type: 'lead' });
    this.#publishSoon();
  }

  #do(action: ActionName, args: unknown[]): void {
    if (this.#engine) return this.#run(action, args);
    const order = { id: this.#newId(), action, args };
    this.#waiting.push(order);
    // Until a leader has answered, this tab may be about to lead itself.
    if (this.state !== emptyState) this.#say({ type: 'do', ...order });
  }

  #run(action: ActionName, args: unknown[]): void {
    (this.#engine![action] as (...a: unknown[]) => void)(...args);
  }

  #hear(message: Wire): void {
    switch (message.type) {
      case 'hello': if (this.#engine) this.#publishSoon(); return;
      case 'do': return this.#obey(message);
      case 'done': this.#waiting = this.#waiting.filter((order) => order.id !== message.id); return;
      case 'lead': return this.#repeat();
      case 'state': {
        if (this.#engine) return;
        const first = this.state === emptyState;
        this.state = message.state;
        if (first) this.#repeat();
        this.#notify();
      }
    }
  }

  #obey({ id, action, args }: Order): void {
    if (!this.#engine) return;
    if (!this.#done.has(id)) this.#run(action, args);
    this.#done.add(id);
    this.#say({ type: 'done', id });
  }

  #repeat(): void { for (const order of this.#waiting) this.#say({ type: 'do', ...order }); }

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

import type { QueueView } from './routing';

export interface QueuesView {
  items: QueueView[];
}

/**
 * Queues as the server tells them, live while somebody watches. Pure. A push replaces one queue, an answer of `WatchQueues` all of them;
 * between a lost socket and the next answer `stale` is true and what is known stays.
 */
export class QueueFeed {
  #queues = new Map<string, QueueView>();
  #at: number | null = null;
  #live = false;
  #error: unknown = null;

  get queues(): QueueView[] { return [...this.#queues.values()]; }
  queue(id: string): QueueView | undefined { return this.#queues.get(id); }
  /** When something was last heard, in epoch milliseconds; null before the first answer. */
  get at(): number | null { return this.#at; }
  /** Every change will be heard. */
  get live(): boolean { return this.#live; }
  /** There is a picture, but changes are not heard at this time. */
  get stale(): boolean { return this.#at !== null && !this.#live; }
  /** Why the server did not let us watch; null while it does. */
  get error(): unknown { return this.#error; }

  replace(view: QueuesView, now: number): void {
    this.#queues = new Map(view.items.map((q) => [q.queueId, q]));
    this.#at = now;
    this.#live = true;
    this.#error = null;
  }

  /** A push of a queue that the first answer did not name is a new queue. */
  apply(queue: QueueView, now: number): void {
    this.#queues.set(queue.queueId, queue);
    this.#at = now;
  }

  tear(error: unknown = null): void {
    this.#live = false;
    this.#error = error;
  }
}

import { backoffMs } from './backoff';
import type { Environment } from './environment';
import { ErrorCode, GrainlineError } from './errors';
import type { HubLink } from './link';
import { QueueFeed, type QueuesView } from './queueFeed';
import type { QueueView } from './routing';

/** Keeps a feed of queues live over lost links for as long as anybody watches. However many watch, the server is asked once. */
export class QueueWatch {
  readonly feed = new QueueFeed();
  #watchers = 0;
  /** Grows when what was asked for is not in force any more: the last watcher left, the socket broke. */
  #round = 0;
  #asking = false;

  constructor(
    private readonly link: Pick<HubLink, 'invoke' | 'send' | 'state'>, private readonly env: Environment, private readonly changed: () => void) {}

  /** The answer ends this watch. */
  watch(): () => void {
    if (this.#watchers++ === 0 && this.link.state === 'online') this.ask();
    let over = false;
    return () => {
      if (over) return;
      over = true;
      if (--this.#watchers > 0) return;
      this.link.send('UnwatchQueues', {});
      this.tear();
    };
  }

  /** Also after the server has refused, when a person asks for it. */
  ask(): void {
    if (this.#watchers === 0 || this.#asking) return;
    this.#asking = true;
    void this.#ask();
  }

  /** The socket is gone: what is known grows old. */
  tear(): void {
    this.#round++;
    this.feed.tear();
    this.changed();
  }

  hear(queue: QueueView): void {
    // What was on its way when the last watcher left, or before the first answer, would be a picture of one queue only.
    if (!this.feed.live) return;
    this.feed.apply(queue, this.env.now());
    this.changed();
  }

  async #ask(): Promise<void> {
    for (let attempt = 0; this.#watchers > 0;) {
      const round = this.#round;
      try {
        const view = await this.link.invoke<QueuesView>('WatchQueues', {});
        if (round !== this.#round) continue;
        this.feed.replace(view, this.env.now());
        break;
      } catch (thrown) {
        const error = GrainlineError.from(thrown);
        // The next socket asks anyway.
        if (error.code === ErrorCode.linkLost) break;
        this.feed.tear(error);
        if (!error.temporary) break;
        this.changed();
        await new Promise<void>((resolve) => this.env.after(backoffMs(attempt++, this.env.random), resolve));
      }
    }
    // Before anybody hears of it: the first thing that they do may be to ask again.
    this.#asking = false;
    this.changed();
  }
}

import { backoffMs } from './backoff';
import type { Environment } from './environment';
import { ErrorCode, GrainlineError } from './errors';
import type { HubLink } from './link';

export interface WatchCalls {
  watch: string;
  /** Null where watching ends by itself. */
  unwatch: string | null;
  argument: object;
}

/** Keeps one watch of the hub in force over lost links for as long as anybody wants it. However many do, the server is asked once. */
export class HubWatch<T> {
  #watchers = 0;
  /** Grows when what was asked for is not in force any more: the last watcher left, the socket broke. */
  #round = 0;
  #asking = false;
  #live = false;
  #error: GrainlineError | null = null;

  constructor(
    private readonly link: Pick<HubLink, 'invoke' | 'send' | 'state'>, private readonly env: Environment, private readonly calls: WatchCalls,
    /** Each answer of the server, and null when something else has changed. */
    private readonly heard: (answer: T | null) => void) {}

  get wanted(): boolean { return this.#watchers > 0; }
  /** Every change will be heard. */
  get live(): boolean { return this.#live; }
  /** Why the server did not let us watch; null while it does. */
  get error(): GrainlineError | null { return this.#error; }

  /** The answer ends this watch. */
  add(): () => void {
    if (this.#watchers++ === 0 && this.link.state === 'online') this.ask();
    let over = false;
    return () => {
      if (over) return;
      over = true;
      if (--this.#watchers > 0) return;
      if (this.calls.unwatch !== null) this.link.send(this.calls.unwatch, this.calls.argument);
      this.tear();
    };
  }

  /** On each new socket, and when a person asks again after a refusal. */
  ask(): void {
    if (this.#watchers === 0 || this.#asking) return;
    this.#asking = true;
    void this.#ask();
  }

  /** The socket is gone: what is known grows old. */
  tear(): void {
    this.#round++;
    this.#live = false;
    this.#error = null;
    this.heard(null);
  }

  async #ask(): Promise<void> {
    let answer: T | null = null;
    for (let attempt = 0; this.#watchers > 0;) {
      const round = this.#round;
      try {
        answer = await this.link.invoke<T>(this.calls.watch, this.calls.argument);
        if (round !== this.#round) continue;
        this.#live = true;
        this.#error = null;
        break;
      } catch (thrown) {
        const error = GrainlineError.from(thrown);
        // The next socket asks anyway.
        if (error.code === ErrorCode.linkLost) break;
        this.#error = error;
        if (!error.temporary) break;
        this.heard(null);
        await new Promise<void>((resolve) => this.env.after(backoffMs(attempt++, this.env.random), resolve));
      }
    }
    // Before anybody hears of it: the first thing that they do may be to ask again.
    this.#asking = false;
    this.heard(this.#live ? answer : null);
  }
}

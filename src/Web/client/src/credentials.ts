import type { Environment } from './environment';
import type { Instant } from './wire';

export interface Credential {
  token: string;
  expiresAt: Instant;
}

/** Brings a new token; `current` is the one to renew, null for the first. Throw a GrainlineError that is not temporary to give up. */
export type Renew<C extends Credential> = (current: C | null) => Promise<C>;

/** Keeps one token fresh: renews it when a minute (or a tenth of its life) is left, or when the server no longer takes it. */
export class Credentials<C extends Credential = Credential> {
  #current: C | null;
  #spent = false;
  #renewing: Promise<C> | null = null;
  #obtainedAt: number;
  #cancelTimer: () => void = () => {};

  constructor(first: C | null, private readonly renewBy: Renew<C>, private readonly env: Environment) {
    this.#current = first;
    this.#obtainedAt = env.now();
  }

  get value(): C | null { return this.#current; }

  async current(): Promise<C> {
    if (this.#current && !this.#spent && this.#remainingMs() > 0) return this.#current;
    return this.renew();
  }

  /** The server refused the token. */
  spend(): void { this.#spent = true; }

  renew(): Promise<C> {
    return (this.#renewing ??= this.#renew().finally(() => { this.#renewing = null; }));
  }

  /** Calls back each time the token should be renewed although it still works. */
  watch(due: () => void): () => void {
    const arm = () => {
      const left = this.#remainingMs();
      // Timers hold 31 bits, so a long wait is taken in pieces; a renewal that fails is tried again in a while.
      const wait = left > 0 ? Math.min(Math.max(left, 1_000), 3_600_000) : 15_000;
      this.#cancelTimer = this.env.after(wait, () => {
        if (this.#remainingMs() <= 0) due();
        arm();
      });
    };
    arm();
    return () => this.#cancelTimer();
  }

  async #renew(): Promise<C> {
    const next = await this.renewBy(this.#current);
    this.#current = next;
    this.#spent = false;
    this.#obtainedAt = this.env.now();
    return next;
  }

  #remainingMs(): number {
    if (!this.#current) return 0;
    const end = Date.parse(this.#current.expiresAt);
    const margin = Math.min(60_000, (end - this.#obtainedAt) / 10);
    return end - margin - this.env.now();
  }
}

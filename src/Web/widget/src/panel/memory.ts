import type { AttachmentView, KeyValueStorage, VisitorSession } from '@grainline/client';
import { liveKey } from '../shared/contract';

export interface PendingText {
  id: string;
  text: string;
  files?: AttachmentView[];
  at: string;
  errorCode: number | null;
}

interface Kept {
  session: VisitorSession | null;
  /** Whose session it is, when the shop has signed an identity. */
  identity: string | null;
  /** First messages that have no conversation yet. */
  pending: PendingText[];
}

/** What the browser remembers of a visitor. Nothing is written before `allow()`, that is before the visitor's first message. */
export class Memory {
  #kept: Kept = { session: null, identity: null, pending: [] };
  #allowed = false;
  readonly #key: string;

  constructor(private readonly site: string, readonly storage: KeyValueStorage) {
    this.#key = `grainline.${site}`;
    const json = storage.getItem(this.#key);
    if (json === null) return;
    try {
      this.#kept = { ...this.#kept, ...(JSON.parse(json) as Partial<Kept>) };
      this.#allowed = true;
    } catch {
      // Not ours, or cut short: begin as a stranger.
      storage.removeItem(this.#key);
    }
  }

  get session(): VisitorSession | null { return this.#kept.session; }
  get identity(): string | null { return this.#kept.identity; }
  get pending(): readonly PendingText[] { return this.#kept.pending; }

  allow(): void {
    this.#allowed = true;
    this.#save();
  }

  keepSession(session: VisitorSession | null, identity: string | null): void { this.#keep({ session, identity }); }
  keepPending(pending: PendingText[]): void { this.#keep({ pending }); }

  forget(): void {
    this.#kept = { session: null, identity: null, pending: [] };
    this.storage.removeItem(this.#key);
    this.live(false);
  }

  /** Tells the next page to load the panel at once, for the unread badge. */
  live(live: boolean): void {
    if (!this.#allowed) return;
    if (live) this.storage.setItem(liveKey(this.site), '1');
    else this.storage.removeItem(liveKey(this.site));
  }

  #keep(change: Partial<Kept>): void {
    this.#kept = { ...this.#kept, ...change };
    this.#save();
  }

  #save(): void {
    if (this.#allowed) this.storage.setItem(this.#key, JSON.stringify(this.#kept));
  }
}

import { backoffMs } from './backoff';
import type { Environment } from './environment';
import { ErrorCode, GrainlineError } from './errors';
import type { KeyValueStorage } from './outboxStorage';
import type { AttachmentView, Instant, Posted } from './wire';

export interface OutboxItem {
  conversationId: string;
  clientMessageId: string;
  kind: 'text' | 'note';
  text: string;
  at: Instant;
  /** Uploaded and ready; sent by their ids. */
  attachments?: AttachmentView[] | undefined;
  /** Set once the server has refused it for good. */
  failed?: { code: number; message: string } | undefined;
}

export interface OutboxListener {
  sending(item: OutboxItem): void;
  sent(item: OutboxItem, posted: Posted): void;
  failed(item: OutboxItem, error: GrainlineError): void;
  /** The server asks for patience; the item stays first in line until then (epoch milliseconds). */
  waiting(item: OutboxItem, error: GrainlineError, until: number): void;
}

/**
 * Posts that the server has not acknowledged. Kept in storage, so that they survive a reload; sent in order with one in flight per conversation; repeated
 * under the same id, which the server counts once. A refusal for good steps aside and lets the next one pass.
 */
export class Outbox {
  #items: OutboxItem[];
  readonly #lanes = new Set<string>();
  #open = false;

  constructor(
    private readonly storage: KeyValueStorage, private readonly key: string,
    private readonly deliver: (item: OutboxItem) => Promise<Posted>, private readonly listener: OutboxListener, private readonly env: Environment) {
    this.#items = read(storage.getItem(key));
  }

  items(conversationId?: string): OutboxItem[] {
    return conversationId === undefined ? [...this.#items] : this.#items.filter((i) => i.conversationId === conversationId);
  }

  /** Known ids are left alone. */
  add(item: OutboxItem): void {
    if (this.#items.some((i) => i.clientMessageId === item.clientMessageId)) return;
    this.#items.push(item);
    this.#save();
    this.#run(item.conversationId);
  }

  /** Sends a failed item again, after those that wait. */
  retry(clientMessageId: string): void {
    const item = this.#items.find((i) => i.clientMessageId === clientMessageId);
    if (!item?.failed) return;
    this.#items = [...this.#items.filter((i) => i !== item), { ...item, failed: undefined }];
    this.#save();
    this.#run(item.conversationId);
  }

  /** Forgets an item, whether it failed or its message was seen on the server. */
  discard(clientMessageId: string): void {
    const left = this.#items.filter((i) => i.clientMessageId !== clientMessageId);
    if (left.length === this.#items.length) return;
    this.#items = left;
    this.#save();
  }

  /** The link is up (or down): lanes run only while it is up. */
  setOpen(open: boolean): void {
    this.#open = open;
    if (open) for (const id of new Set(this.#items.map((i) => i.conversationId))) this.#run(id);
  }

  #run(conversationId: string): void {
    if (!this.#open || this.#lanes.has(conversationId)) return;
    this.#lanes.add(conversationId);
    void this.#lane(conversationId).finally(() => {
      this.#lanes.delete(conversationId);
      // The link may have come back between the lane's last look and its end.
      if (this.#open && this.#next(conversationId)) this.#run(conversationId);
    });
  }

  async #lane(conversationId: string): Promise<void> {
    let attempt = 0;
    for (let item = this.#next(conversationId); item && this.#open; item = this.#next(conversationId)) {
      this.listener.sending(item);
      try {
        const posted = await this.deliver(item);
        this.discard(item.clientMessageId);
        this.listener.sent(item, posted);
        attempt = 0;
      } catch (thrown) {
        const error = GrainlineError.from(thrown);
        if (error.temporary || error.aboutSession) await this.#wait(item, error, attempt++);
        else this.#fail(item, error);
      }
    }
  }

  async #wait(item: OutboxItem, error: GrainlineError, attempt: number): Promise<void> {
    const ms = error.code === ErrorCode.linkLost ? 50 : backoffMs(attempt + 1, this.env.random);
    if (error.code !== ErrorCode.linkLost) this.listener.waiting(item, error, this.env.now() + ms);
    await new Promise<void>((resolve) => this.env.after(ms, resolve));
  }

  #fail(item: OutboxItem, error: GrainlineError): void {
    this.#items = this.#items.map((i) => (i === item ? { ...i, failed: { code: error.code, message: error.message } } : i));
    this.#save();
    this.listener.failed(item, error);
  }

  #next(conversationId: string): OutboxItem | undefined {
    return this.#items.find((i) => i.conversationId === conversationId && !i.failed);
  }

  #save(): void {
    if (this.#items.length === 0) this.storage.removeItem(this.key);
    else this.storage.setItem(this.key, JSON.stringify(this.#items));
  }
}

function read(json: string | null): OutboxItem[] {
  if (json === null) return [];
  try {
    const items: unknown = JSON.parse(json);
    return Array.isArray(items) ? (items as OutboxItem[]).filter((i) => typeof i?.clientMessageId === 'string' && typeof i.text === 'string') : [];
  } catch {
    // Written by something else: nothing in it can be sent.
    return [];
  }
}

import type { GrainlineError } from './errors';
import type { AttachmentView, Author, Instant, MessageKind, MessagePage, MessageView, ReceiptPush } from './wire';

/**
 * `sending`: not acknowledged yet. `sent`: acknowledged, so durable. `delivered`: back from the server at its place in the shared order.
 * `read`: the other side has read it. `failed`: refused for good; offer to send it again.
 */
export type DeliveryState = 'sending' | 'sent' | 'delivered' | 'read' | 'failed';

/** What a thread shows: the server's entries in order, then local posts that have no place yet. */
export interface LogEntry {
  /** Stable from the first optimistic rendering on: the client message id, or the seq for entries without one. */
  key: string;
  /** Null until the server has given it a place. */
  seq: number | null;
  clientMessageId: string | null;
  author: Author;
  kind: MessageKind;
  text: string;
  attachments: AttachmentView[];
  at: Instant;
  about: string | null;
  mine: boolean;
  /** Null for entries of others and for events. */
  state: DeliveryState | null;
  error: GrainlineError | null;
}

export interface LocalPost {
  clientMessageId: string;
  kind: 'text' | 'note';
  text: string;
  at: Instant;
  attachments?: AttachmentView[] | undefined;
}

interface PendingPost extends LocalPost {
  state: 'sending' | 'sent' | 'failed';
  error: GrainlineError | null;
}

/**
 * One viewer's copy of a conversation. Pure: it never calls anybody. Whatever the network loses, doubles or reorders, `entries` only ever grows along
 * the `prev` chain; everything else is counted as a gap for its owner to repair with `Sync`.
 */
export class ConversationLog {
  readonly #entries: MessageView[] = [];
  readonly #local = new Map<string, PendingPost>();
  #last = 0;
  #head = 0;
  #torn = false;
  #otherRead = 0;
  #mineRead = 0;
  #cache: LogEntry[] | null = null;
  /** Grows with everything that suggests a gap, so that a repair can tell whether news came while it asked. */
  gapMarks = 0;

  constructor(readonly conversationId: string, readonly me: { kind: 'visitor' | 'agent'; id?: string | undefined }) {}

  /** The last seq applied: `Sync` asks for what came after it. */
  get last(): number { return this.#last; }
  /** The highest seq known to exist in this view. */
  get head(): number { return this.#head; }
  /** Entries are missing, or may be. */
  get gap(): boolean { return this.#torn || this.#head > this.#last; }
  get messages(): readonly MessageView[] { return this.#entries; }

  get entries(): readonly LogEntry[] {
    return (this.#cache ??= [...this.#entries.map((m) => this.#placed(m)), ...[...this.#local.values()].map((p) => this.#pending(p))]);
  }

  /** Messages of the other side after the last one this side has read. */
  get unread(): number {
    return this.#entries.filter((m) => m.seq > this.#mineRead && m.kind !== 'event' && !this.#isMine(m)).length;
  }

  /** A pushed message. Only one that continues the chain is kept. */
  apply(message: MessageView): 'applied' | 'duplicate' | 'gap' {
    if (message.seq <= this.#last) return 'duplicate';
    if (message.prev !== this.#last) {
      this.tellHead(message.seq);
      return 'gap';
    }
    this.#append(message);
    return 'applied';
  }

  /** A page of `Sync`: the server's word on what follows, so its own chain is trusted. `marks` is `gapMarks` from before the call. */
  applyPage(page: Pick<MessagePage, 'messages' | 'head'>, marks = this.gapMarks): void {
    for (const message of page.messages) if (message.seq > this.#last) this.#append(message);
    if (marks === this.gapMarks) {
      // Nothing was heard since the question, so the page's head is the truth, even if something had promised more.
      this.#head = Math.max(page.head, this.#last);
      this.#torn = false;
    } else {
      this.#head = Math.max(this.#head, page.head);
    }
  }

  tellHead(head: number): void {
    if (head <= this.#last) return;
    this.#head = Math.max(this.#head, head);
    this.gapMarks++;
  }

  /** A gap of unknown size: `Resync`, or a new socket. */
  tear(): void {
    this.#torn = true;
    this.gapMarks++;
  }

  applyReceipt(receipt: Pick<ReceiptPush, 'reader' | 'seq'>): void {
    if (receipt.reader === this.me.kind) this.#mineRead = Math.max(this.#mineRead, receipt.seq);
    else this.#otherRead = Math.max(this.#otherRead, receipt.seq);
    this.#cache = null;
  }

  /** Shows a post before the server has it. Known ids are left alone. */
  addLocal(post: LocalPost): void {
    if (this.#local.has(post.clientMessageId) || this.#entries.some((m) => m.clientMessageId === post.clientMessageId)) return;
    this.#local.set(post.clientMessageId, { ...post, state: 'sending', error: null });
    this.#cache = null;
  }

  markSending(clientMessageId: string): void { this.#mark(clientMessageId, 'sending', null); }

  /** The ack. Its message may still be on the way; until then it stands after everything placed. */
  markSent(clientMessageId: string, seq: number): void {
    this.#mark(clientMessageId, 'sent', null);
    this.tellHead(seq);
  }

  markFailed(clientMessageId: string, error: GrainlineError): void { this.#mark(clientMessageId, 'failed', error); }

  removeLocal(clientMessageId: string): void {
    if (this.#local.delete(clientMessageId)) this.#cache = null;
  }

  #append(message: MessageView): void {
    this.#entries.push(message);
    this.#last = message.seq;
    this.#head = Math.max(this.#head, message.seq);
    if (message.clientMessageId !== null) this.#local.delete(message.clientMessageId);
    if (this.#isMine(message) && message.kind !== 'event') this.#mineRead = Math.max(this.#mineRead, message.seq);
    this.#cache = null;
  }

  #mark(clientMessageId: string, state: PendingPost['state'], error: GrainlineError | null): void {
    const post = this.#local.get(clientMessageId);
    if (!post) return;
    this.#local.set(clientMessageId, { ...post, state, error });
    this.#cache = null;
  }

  #isMine(message: MessageView): boolean {
    return message.author.kind === this.me.kind && (this.me.id === undefined || message.author.id === this.me.id);
  }

  #placed(m: MessageView): LogEntry {
    const mine = this.#isMine(m);
    const state = mine && m.kind !== 'event' ? (m.seq <= this.#otherRead ? 'read' : 'delivered') : null;
    return { key: m.clientMessageId ?? `#${m.seq}`, seq: m.seq, clientMessageId: m.clientMessageId, author: m.author, kind: m.kind, text: m.text,
      attachments: m.attachments ?? [], at: m.at, about: m.about ?? null, mine, state, error: null };
  }

  #pending(p: PendingPost): LogEntry {
    return { key: p.clientMessageId, seq: null, clientMessageId: p.clientMessageId, author: { kind: this.me.kind, id: this.me.id ?? '', name: '' },
      kind: p.kind, text: p.text, attachments: p.attachments ?? [], at: p.at, about: null, mine: true, state: p.state, error: p.error };
  }
}

import { backoffMs } from './backoff';
import { Emitter } from './emitter';
import type { Environment } from './environment';
import { ErrorCode, GrainlineError } from './errors';
import type { HubLink } from './link';
import { ConversationLog } from './log';
import type { Outbox, OutboxItem } from './outbox';
import { clean, cut } from './text';
import type { AttachmentView, ConversationView, MessagePage, MessageView, ReceiptPush, TypingPush } from './wire';

export interface ThreadEvents {
  /** Anything that the thread shows has changed; rendering at most once per frame is the listener's business. */
  change: void;
}

export interface ThreadHost {
  link: HubLink;
  outbox: Outbox;
  env: Environment;
  me: { kind: 'visitor' | 'agent'; id?: string | undefined };
  release(thread: ConversationThread): void;
}

const typingShownMs = 6_000;
const typingEveryMs = 2_500;
const readAfterMs = 300;
const earlyAttempts = 4;
/** How long the pushed copy of an acknowledged post may take before it counts as lost. */
const ackGraceMs = 1_000;

/** One shown conversation: its log, its state, who types; it repairs its own gaps. */
export class ConversationThread extends Emitter<ThreadEvents> {
  readonly log: ConversationLog;
  #view: ConversationView | null = null;
  #typing: TypingPush | null = null;
  #error: GrainlineError | null = null;
  #limitedUntil: number | null = null;
  #loaded = false;
  #syncing: Promise<void> | null = null;
  #readWanted = 0;
  #readSent = 0;
  #lastTyping = -Infinity;
  #cancels = new Map<string, () => void>();

  /** Made by `GrainlineVisitor.show` and `GrainlineAgent.show`. */
  constructor(readonly conversationId: string, private readonly host: ThreadHost) {
    super();
    this.log = new ConversationLog(conversationId, host.me);
    for (const item of host.outbox.items(conversationId)) this.#showLocal(item);
  }

  /** Null until the first `Sync` has answered. */
  get view(): ConversationView | null { return this.#view; }
  get typing(): TypingPush | null { return this.#typing; }
  /** Why the thread cannot be shown, such as 300 or 303; a temporary one is being retried. */
  get error(): GrainlineError | null { return this.#error; }
  /** While the server limits this sender: epoch milliseconds of the next attempt. */
  get limitedUntil(): number | null { return this.#limitedUntil; }
  /** The transcript is complete up to some instant of this session. */
  get loaded(): boolean { return this.#loaded; }

  /**
   * Queues a message and shows it at once; the answer is its client message id. Whoever may ask twice brings the id: it is posted once.
   * `attachments` are files that are ready; beside them the text may be empty.
   */
  post(text: string, kind: 'text' | 'note' = 'text', clientMessageId = this.host.env.newId(), attachments: AttachmentView[] = []): string {
    const item: OutboxItem = { conversationId: this.conversationId, clientMessageId, kind, text: clean(text), at: this.#nowIso() };
    if (attachments.length > 0) item.attachments = attachments;
    this.#lastTyping = -Infinity;
    this.#cancels.get('preview')?.();
    this.log.addLocal(item);
    this.host.outbox.add(item);
    this.emit('change', undefined);
    return item.clientMessageId;
  }

  retry(clientMessageId: string): void {
    this.log.markSending(clientMessageId);
    this.host.outbox.retry(clientMessageId);
    this.emit('change', undefined);
  }

  discard(clientMessageId: string): void {
    this.log.removeLocal(clientMessageId);
    this.host.outbox.discard(clientMessageId);
    this.emit('change', undefined);
  }

  /** Tells the other side that somebody types; call it on every key, it throttles itself. The newest preview always gets through. */
  notifyTyping(preview?: string): void {
    const wait = this.#lastTyping + typingEveryMs - this.host.env.now();
    if (wait <= 0) this.#sendTyping(preview);
    else if (preview !== undefined) this.#after('preview', wait, () => this.#sendTyping(preview));
  }

  /** Everything up to `seq` (default: all that is here) was seen by this side's person. */
  markRead(seq = this.log.last): void {
    if (seq <= this.#readWanted) return;
    this.#readWanted = seq;
    this.log.applyReceipt({ reader: this.host.me.kind, seq });
    this.#after('read', readAfterMs, () => void this.#sendRead());
    this.emit('change', undefined);
  }

  /** Asks for everything that is missing; also subscribes this socket. One at a time. */
  sync(): Promise<void> {
    return (this.#syncing ??= this.#repair().finally(() => { this.#syncing = null; }));
  }

  /** Stops showing it. */
  close(): void {
    for (const cancel of this.#cancels.values()) cancel();
    this.#cancels.clear();
    this.host.release(this);
  }

  // What follows is called by the client that owns the thread.

  /** A new socket: it is not subscribed yet, and pushes may have been missed. */
  resume(): Promise<void> {
    this.log.tear();
    const done = this.#syncing ? this.#syncing.then(() => this.sync()) : this.sync();
    return done.then(() => this.#sendRead());
  }

  takeMessage(message: MessageView): void {
    if (this.log.apply(message) === 'gap') void this.sync();
    if (message.clientMessageId !== null) this.host.outbox.discard(message.clientMessageId);
    if (this.#typing?.author.id === message.author.id) this.#typing = null;
    this.emit('change', undefined);
  }

  takeHead(head: number): void {
    this.log.tellHead(head);
    if (this.log.gap) void this.sync();
  }

  takeView(view: ConversationView): void {
    if (this.#view && this.#view.version > view.version) return;
    this.#view = view;
    this.log.applyReceipt({ reader: 'visitor', seq: view.visitorReadSeq });
    this.log.applyReceipt({ reader: 'agent', seq: view.staffReadSeq });
    this.emit('change', undefined);
  }

  takeReceipt(receipt: ReceiptPush): void {
    this.log.applyReceipt(receipt);
    this.emit('change', undefined);
  }

  takeTyping(typing: TypingPush): void {
    this.#typing = typing;
    this.#after('typing', typingShownMs, () => {
      this.#typing = null;
      this.emit('change', undefined);
    });
    this.emit('change', undefined);
  }

  takeSending(item: OutboxItem): void {
    this.log.markSending(item.clientMessageId);
    this.emit('change', undefined);
  }

  takeSent(item: OutboxItem, seq: number): void {
    this.#limitedUntil = null;
    this.log.markSent(item.clientMessageId, seq);
    this.#after('ack', ackGraceMs, () => { if (this.log.gap) void this.sync(); });
    this.emit('change', undefined);
  }

  takeFailed(item: OutboxItem, error: GrainlineError): void {
    this.log.markFailed(item.clientMessageId, error);
    this.emit('change', undefined);
  }

  takeLimited(until: number | null): void {
    this.#limitedUntil = until;
    this.emit('change', undefined);
  }

  async #repair(): Promise<void> {
    for (let attempt = 0; ;) {
      const marks = this.log.gapMarks;
      try {
        const page = await this.host.link.invoke<MessagePage>('Sync', { conversationId: this.conversationId, after: this.log.last, limit: 200 });
        this.log.applyPage(page, marks);
        for (const m of page.messages) if (m.clientMessageId !== null) this.host.outbox.discard(m.clientMessageId);
        this.takeView(page.conversation);
        this.#error = null;
        attempt = 0;
        if (!this.log.gap) {
          this.#loaded = true;
          return this.emit('change', undefined);
        }
      } catch (thrown) {
        this.#error = GrainlineError.from(thrown);
        this.emit('change', undefined);
        // A lost link resumes every thread when it is back; a refusal will not change by asking again.
        if (this.#error.code === ErrorCode.linkLost) return;
        // An offer is told a moment before its conversation knows whom it was made to: the first answers may be "no such conversation".
        const early = this.#error.code === ErrorCode.conversationNotFound && !this.#loaded && attempt < earlyAttempts;
        if (!this.#error.temporary && !early) return;
        await new Promise<void>((resolve) => this.#after('repair', backoffMs(attempt++, this.host.env.random), resolve));
      }
    }
  }

  async #sendRead(): Promise<void> {
    const seq = this.#readWanted;
    if (seq <= this.#readSent) return;
    try {
      await this.host.link.invoke('Read', { conversationId: this.conversationId, seq });
      this.#readSent = Math.max(this.#readSent, seq);
    } catch (thrown) {
      // Told again after the next resume; a receipt is never worth more than that.
      this.#error ??= GrainlineError.from(thrown).temporary ? null : GrainlineError.from(thrown);
    }
  }

  #showLocal(item: OutboxItem): void {
    this.log.addLocal(item);
    if (item.failed) this.log.markFailed(item.clientMessageId, new GrainlineError(item.failed.code, item.failed.message));
  }

  #sendTyping(preview: string | undefined): void {
    this.#lastTyping = this.host.env.now();
    this.host.link.send('Typing', { conversationId: this.conversationId, preview: preview === undefined ? null : cut(clean(preview), 500) });
  }

  #after(name: string, ms: number, run: () => void): void {
    this.#cancels.get(name)?.();
    this.#cancels.set(name, this.host.env.after(ms, run));
  }

  #nowIso(): string { return new Date(this.host.env.now()).toISOString(); }
}

import { Credentials, type Credential, type Renew } from './credentials';
import { Emitter } from './emitter';
import { browserEnvironment, type Environment } from './environment';
import { ErrorCode, type GrainlineError } from './errors';
import { Files } from './files';
import { HubLink, type LinkState } from './link';
import { Outbox, type OutboxItem } from './outbox';
import { memoryStorage, type KeyValueStorage } from './outboxStorage';
import { signalRSockets, type OpenSocket } from './socket';
import { ConversationThread, type ThreadHost } from './thread';
import type { ConversationView, HeadPush, MessageView, Posted, ReceiptPush, TypingPush } from './wire';

export interface ClientOptions<C extends Credential> {
  /** Where Grainline is, such as `https://chat.shop.example`; default: this page's origin. */
  baseUrl?: string | undefined;
  /** A token at hand; without one `renew` is asked for the first. */
  credential?: C | null | undefined;
  renew: Renew<C>;
  /** Where unacknowledged posts are kept; default: memory. `browserStorage('local')` survives reloads. */
  storage?: KeyValueStorage | undefined;
  /** Names the outbox in the storage: one per person, such as the visitor's or agent's id. */
  scope?: string | undefined;
  environment?: Partial<Environment> | undefined;
  /** Silence that means a dead peer; the server must ping more often. Milliseconds, default 15,000. */
  serverTimeoutMs?: number | undefined;
  /** How often the client pings. Milliseconds, default 5,000. */
  keepAliveMs?: number | undefined;
  /** How long a call may take. Milliseconds, default 15,000. */
  callTimeoutMs?: number | undefined;
  openSocket?: OpenSocket | undefined;
}

export interface ClientEvents {
  state: LinkState;
  /** A conversation's newer view, shown or not. */
  conversation: ConversationView;
  /** A pushed message, shown or not; for sounds and notifications. May repeat or skip: transcripts come from threads. */
  message: MessageView;
}

const commonEvents = ['Message', 'Typing', 'Receipt', 'Conversation', 'Head', 'Resync', 'GoAway'];

/** What visitors and agents share: one healing link, one outbox, the shown threads. */
export abstract class GrainlineClient<C extends Credential, Events extends ClientEvents = ClientEvents> extends Emitter<Events> {
  protected readonly env: Environment;
  protected readonly link: HubLink;
  protected readonly baseUrl: string;
  readonly credentials: Credentials<C>;
  /** Uploads and files, with this person's token. */
  readonly files: Files;
  readonly #threads = new Map<string, ConversationThread>();
  readonly #outbox: Outbox;

  protected constructor(hub: 'visitor' | 'agent', options: ClientOptions<C>, extraEvents: string[] = []) {
    super();
    this.env = browserEnvironment(options.environment);
    this.baseUrl = (options.baseUrl ?? (typeof location === 'undefined' ? '' : location.origin)).replace(/\/$/, '');
    this.credentials = new Credentials(options.credential ?? null, options.renew, this.env);
    this.files = new Files({
      baseUrl: this.baseUrl, token: async () => (await this.credentials.current()).token, env: this.env,
      storage: options.storage ?? memoryStorage(), scope: `${hub}.${options.scope ?? 'me'}`,
    });
    this.link = new HubLink({
      url: `${this.baseUrl}/hubs/${hub}`,
      events: [...commonEvents, ...extraEvents],
      restore: () => this.restore(),
      probe: () => this.probe(),
      serverTimeoutMs: options.serverTimeoutMs ?? 15_000,
      keepAliveMs: options.keepAliveMs ?? 5_000,
      callTimeoutMs: options.callTimeoutMs ?? 15_000,
    }, this.credentials, options.openSocket ?? signalRSockets(this.env), this.env);
    this.#outbox = new Outbox(options.storage ?? memoryStorage(), `grainline.outbox.${hub}.${options.scope ?? 'me'}`,
      (item) => this.#deliver(item), this.#outboxListener(), this.env);
    this.link.on('state', (state) => {
      this.#outbox.setOpen(state === 'online');
      this.emit('state', state as Events['state']);
    });
    this.link.on('push', ({ name, payload }) => this.receive(name, payload));
  }

  get state(): LinkState { return this.link.state; }
  /** Why the link is refused, or why the last attempt failed. */
  get error(): GrainlineError | null { return this.link.error; }
  /** Posts that the server has not acknowledged, failed ones included. */
  get outbox(): OutboxItem[] { return this.#outbox.items(); }
  /** Conversations that are shown now. */
  get threads(): ConversationThread[] { return [...this.#threads.values()]; }

  start(): void { this.link.start(); }
  stop(): void { this.link.stop(); }

  /** The thread of a conversation: loads it, keeps it complete, until its `close()`. The same one for each call. */
  show(conversationId: string): ConversationThread {
    const known = this.#threads.get(conversationId);
    if (known) return known;
    const host: ThreadHost = {
      link: this.link, outbox: this.#outbox, env: this.env, me: this.me(),
      release: (thread) => {
        this.#threads.delete(thread.conversationId);
        this.released(thread.conversationId);
      },
    };
    const thread = new ConversationThread(conversationId, host);
    this.#threads.set(conversationId, thread);
    if (this.state === 'online') void thread.resume();
    return thread;
  }

  protected abstract me(): ThreadHost['me'];
  /** The call that asks for the least and proves the most. */
  protected abstract probe(): Promise<unknown>;
  protected released(_conversationId: string): void {}

  protected async restore(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.resume()));
  }

  protected receive(name: string, payload: unknown): void {
    switch (name) {
      case 'Message': {
        const message = payload as MessageView;
        this.#threads.get(message.conversationId)?.takeMessage(message);
        return this.emit('message', message as Events['message']);
      }
      case 'Typing': return this.#threads.get((payload as TypingPush).conversationId)?.takeTyping(payload as TypingPush);
      case 'Receipt': return this.#threads.get((payload as ReceiptPush).conversationId)?.takeReceipt(payload as ReceiptPush);
      case 'Head': return this.#threads.get((payload as HeadPush).conversationId)?.takeHead((payload as HeadPush).head);
      case 'Resync': return void this.#threads.get((payload as HeadPush).conversationId)?.resume();
      case 'Conversation': return this.takeView(payload as ConversationView);
    }
  }

  protected takeView(view: ConversationView): void {
    this.#threads.get(view.conversationId)?.takeView(view);
    this.emit('conversation', view as Events['conversation']);
  }

  /** A call whose answer is a conversation's newest view. */
  protected async change(method: string, argument: unknown): Promise<ConversationView> {
    const view = await this.link.invoke<ConversationView>(method, argument);
    this.takeView(view);
    return view;
  }

  #deliver({ conversationId, clientMessageId, text, kind, attachments }: OutboxItem): Promise<Posted> {
    const files = attachments?.length ? { attachments: attachments.map((a) => a.id) } : {};
    return this.link.invoke<Posted>(kind === 'note' ? 'Note' : 'Post', { conversationId, clientMessageId, text, ...files });
  }

  #outboxListener() {
    const thread = (item: OutboxItem) => this.#threads.get(item.conversationId);
    return {
      sending: (item: OutboxItem) => thread(item)?.takeSending(item),
      sent: (item: OutboxItem, posted: Posted) => thread(item)?.takeSent(item, posted.seq),
      failed: (item: OutboxItem, error: GrainlineError) => thread(item)?.takeFailed(item, error),
      waiting: (item: OutboxItem, error: GrainlineError, until: number) => thread(item)?.takeLimited(error.code === ErrorCode.rateLimited ? until : null),
    };
  }
}

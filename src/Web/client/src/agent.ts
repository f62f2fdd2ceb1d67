import { GrainlineClient, type ClientEvents, type ClientOptions } from './client';
import { backoffMs } from './backoff';
import { AgentInbox } from './inbox';
import { GrainlineError } from './errors';
import type { QueueFeed } from './queueFeed';
import { QueueWatch } from './queueWatch';
import { rest, type RestRequest } from './rest';
import type { AgentSession, ConversationQuery, ConversationRow, Items, Me } from './restTypes';
import { RoutingApi } from './routingApi';
import type { Priority, QueueView } from './routing';
import type { ThreadHost } from './thread';
import { DeskApi } from './deskApi';
import { TicketApi } from './ticketApi';
import { ticketEvents, TicketHub } from './ticketHub';
import { TicketList } from './ticketList';
import type { TicketListQuery } from './ticketListTypes';
import { TicketThread } from './ticketThread';
import type { AgentStatus, ConversationView, InboxEvent, InboxView, LoadView } from './wire';

export interface AgentOptions extends Omit<ClientOptions<AgentSession>, 'renew' | 'credential'> {
  session: AgentSession;
  /** Each renewed session, for keeping. */
  onSession?: ((session: AgentSession) => void) | undefined;
}

export interface AgentEvents extends ClientEvents {
  /** `client.inbox` has changed. */
  inbox: AgentInbox;
  /** An event of the feed, once, in order; for sounds and toasts. */
  feed: InboxEvent;
  /** `client.queueFeed` has changed; only while `watchQueues` is in use. */
  queues: QueueFeed;
}

const feedEvents = { Conversation: 'conversation', Offer: 'offer', OfferWithdrawn: 'offerWithdrawn', Load: 'load' } as const;

/** Logs a member of staff in. */
export function logIn(baseUrl: string, login: string, password: string, fetcher: typeof fetch = fetch): Promise<AgentSession> {
  return rest({ fetch: fetcher }, baseUrl, '/sessions', { body: { login, password } });
}

/** An agent's or supervisor's client. */
export class GrainlineAgent extends GrainlineClient<AgentSession, AgentEvents> {
  readonly inbox = new AgentInbox();
  readonly routing = new RoutingApi((path, request) => this.authorized(path, request));
  readonly tickets = new TicketApi((path, request) => this.authorized(path, request));
  readonly desk = new DeskApi((path, request) => this.authorized(path, request));
  /** What is told of tickets, while somebody watches. */
  readonly ticketHub = new TicketHub(this.link, this.env);
  readonly #session: AgentSession;
  #loading: Promise<void> | null = null;
  readonly #queues = new QueueWatch(this.link, this.env, () => this.emit('queues', this.queueFeed));

  constructor(options: AgentOptions) {
    super('agent', {
      ...options,
      credential: options.session,
      scope: options.scope ?? options.session.agentId,
      renew: async (current) => {
        const session = await this.api<AgentSession>('/sessions/renew', { method: 'POST', token: current?.token });
        options.onSession?.(session);
        return session;
      },
    }, ['Offer', 'OfferWithdrawn', 'Load', 'Queue', ...ticketEvents]);
    this.#session = options.session;
    this.link.on('state', (state) => { if (state !== 'online') this.#tear(); });
  }

  get session(): AgentSession { return this.credentials.value ?? this.#session; }

  async setAvailability(status: AgentStatus, reason?: string): Promise<LoadView> {
    return this.link.invoke<LoadView>('SetAvailability', { status, reason: reason ?? null });
  }

  /** 400 when the offer is gone. */
  accept(offerId: string): Promise<ConversationView> { return this.change('Accept', { offerId }); }
  async decline(offerId: string, reason?: string): Promise<void> { await this.link.invoke('Decline', { offerId, reason: reason ?? null }); }

  /** Exactly one of `toAgent` and `toQueue`. */
  transfer(conversationId: string, to: { toAgent?: string; toQueue?: string; note?: string }): Promise<ConversationView> {
    return this.change('Transfer', { conversationId, ...to });
  }

  hold(conversationId: string): Promise<ConversationView> { return this.change('Hold', { conversationId }); }
  resume(conversationId: string): Promise<ConversationView> { return this.change('Resume', { conversationId }); }
  resolve(conversationId: string): Promise<ConversationView> { return this.change('Resolve', { conversationId }); }

  /** Takes a waiting conversation of one of the agent's queues; 401 without a free slot. */
  pull(conversationId: string): Promise<ConversationView> { return this.change('Pull', { conversationId }); }
  /** Takes what the agent would be offered next; 405 when nothing waits for it. */
  pullNext(queue?: string): Promise<ConversationView> { return this.change('PullNext', { queue: queue ?? null }); }
  /** Supervisors. `force`: the agent's capacity is not asked. */
  assign(conversationId: string, toAgent: string, force = false): Promise<ConversationView> {
    return this.change('Assign', { conversationId, toAgent, force });
  }

  /** Supervisors. */
  takeOver(conversationId: string): Promise<ConversationView> { return this.change('TakeOver', { conversationId }); }
  /** What is absent stays as it is. */
  classify(conversationId: string, to: { topic?: string; priority?: Priority }): Promise<ConversationView> {
    return this.change('Classify', { conversationId, topic: to.topic ?? null, priority: to.priority ?? null });
  }

  /** Queues as they are told, live while `watchQueues` is in use. */
  get queueFeed(): QueueFeed { return this.#queues.feed; }
  /** Keeps `queueFeed` live over lost links until the answer is called. */
  watchQueues(): () => void { return this.#queues.watch(); }
  /** Asks again after the server has refused. */
  rewatchQueues(): void { this.#queues.ask(); }

  /** A list of tickets that keeps itself between its `open()` and its `close()`. */
  ticketList(query: TicketListQuery): TicketList {
    return new TicketList(query, { api: this.tickets, hub: this.ticketHub, env: this.env });
  }

  /** One ticket, its timeline and who looks at it, between its `open()` and its `close()`. */
  ticketThread(ticketId: string): TicketThread {
    const { roles } = this.session;
    return new TicketThread(ticketId, { api: this.tickets, hub: this.ticketHub, env: this.env, ownTriggers: roles.some((r) => r !== 'agent') });
  }

  /** An id for a request, saga or run that may be sent twice. */
  newId(): string { return this.env.newId(); }

  profile(): Promise<Me> { return this.authorized('/me'); }
  conversations(query: ConversationQuery): Promise<Items<ConversationRow>> { return this.authorized('/conversations', { query: { ...query } }); }
  queues<T = unknown>(): Promise<Items<T>> { return this.authorized('/queues'); }
  agents<T = unknown>(): Promise<Items<T>> { return this.authorized('/agents'); }

  /** Any call of the REST API under `/api/v1` with this session's token. */
  async authorized<T>(path: string, request: RestRequest = {}): Promise<T> {
    const { token } = await this.credentials.current();
    return this.api<T>(path, { ...request, token });
  }

  /** Fetches the whole inbox again; also subscribes this socket to the feed. One at a time. */
  refresh(): Promise<void> {
    return (this.#loading ??= this.#load().finally(() => { this.#loading = null; }));
  }

  protected override me(): ThreadHost['me'] { return { kind: 'agent', id: this.#session.agentId }; }

  protected override async restore(): Promise<void> {
    this.inbox.tear();
    await (this.#loading ?? Promise.resolve()).then(() => this.refresh());
    await super.restore();
    // Figures are worth no delay of what is written: the link is online before they are here.
    this.#queues.ask();
    this.ticketHub.resume();
  }

  protected override probe(): Promise<unknown> { return this.link.invoke<InboxView>('Inbox').then((view) => this.#replace(view)); }

  protected override released(conversationId: string): void {
    if (!this.inbox.conversations.some((c) => c.conversationId === conversationId)) this.link.send('Unwatch', { conversationId });
  }

  protected override takeView(view: ConversationView): void {
    super.takeView(view);
    this.inbox.observe(view);
    this.emit('inbox', this.inbox);
  }

  protected override receive(name: string, payload: unknown): void {
    if (name === 'Queue') return this.#queues.hear(payload as QueueView);
    if (this.ticketHub.hear(name, payload)) return;
    if (!(name in feedEvents)) return super.receive(name, payload);
    const event = { type: feedEvents[name as keyof typeof feedEvents], ...(payload as object) } as InboxEvent;
    if (event.type === 'conversation') super.takeView(event.conversation);
    const outcome = this.inbox.apply(event);
    if (outcome === 'gap') void this.refresh();
    if (outcome !== 'applied') return;
    this.emit('feed', event);
    this.emit('inbox', this.inbox);
  }

  private api<T>(path: string, request: RestRequest): Promise<T> { return rest<T>(this.env, this.baseUrl, path, request); }

  async #load(): Promise<void> {
    for (let attempt = 0; ;) {
      try {
        this.#replace(await this.link.invoke<InboxView>('Inbox'));
        attempt = 0;
        if (!this.inbox.gap) return;
      } catch (thrown) {
        const error = GrainlineError.from(thrown);
        // Without a link there is nobody to ask; the next socket asks anyway.
        if (!error.temporary || !error.aboutCall) return;
        await new Promise<void>((resolve) => this.env.after(backoffMs(attempt++, this.env.random), resolve));
      }
    }
  }

  #tear(): void {
    this.#queues.tear();
    this.ticketHub.tear();
  }

  #replace(view: InboxView): void {
    this.inbox.replace(view);
    for (const conversation of view.conversations) super.takeView(conversation);
    this.emit('inbox', this.inbox);
  }
}

import { WebSocket } from 'ws';
import { GrainlineAgent, type AgentSession, type InboxView, type OfferView, type QueueView } from '../../src/index';
import { FakeConversation } from './conversation';
import { HubServer, Refused, type HubPeer } from './hubServer';
import { FakeTickets } from './tickets';

/** An agent hub with an ordered feed. */
export class FakeAgentHub {
  readonly conversations = new Map<string, FakeConversation>();
  readonly mine = new Set<string>();
  readonly offers = new Map<string, OfferView>();
  readonly calls: string[] = [];
  readonly queues = new Map<string, QueueView>();
  readonly tickets = new FakeTickets((name, payload, topic) => this.server.peers.forEach((p) => { if (p.subscriptions.has(topic)) p.push(name, payload); }));
  /** What `WatchQueues` is refused with, one after the other. */
  readonly refusals: Refused[] = [];
  feed = 0;
  server!: HubServer;

  static async start(): Promise<FakeAgentHub> {
    const hub = new FakeAgentHub();
    hub.server = await HubServer.start((peer, method, argument) => hub.call(peer, method, argument));
    return hub;
  }

  client(): GrainlineAgent {
    const session: AgentSession = { agentId: 'amy', name: 'Amy', token: 't', expiresAt: new Date(Date.now() + 3_600_000).toISOString(), roles: ['agent'] };
    return new GrainlineAgent({
      session, baseUrl: this.server.url, serverTimeoutMs: 300, keepAliveMs: 50,
      environment: {
        WebSocket: WebSocket as never,
        fetch: (url, init) => this.tickets.answer(String(url), init),
        after: (ms, run) => {
          const timer = setTimeout(run, ms / 40);
          return () => clearTimeout(timer);
        },
      },
    });
  }

  offer(conversationId: string): void {
    const c = new FakeConversation(conversationId);
    this.conversations.set(conversationId, c);
    const { visitor, queue, subject, language, openedAt } = c.view();
    const offer = { offerId: `${conversationId}.1`, offeredAt: openedAt, expiresAt: openedAt,
      conversation: { conversationId, queue, visitor, subject, language, lastText: null, waitingSince: openedAt } };
    this.offers.set(offer.offerId, offer);
    this.tell('Offer', { offer });
  }

  withdraw(offerId: string, reason: string): void {
    this.offers.delete(offerId);
    this.tell('OfferWithdrawn', { offerId, reason });
  }

  /** A queue has changed: told to the sockets that watch. */
  change(queue: QueueView): void {
    this.queues.set(queue.queueId, queue);
    for (const peer of this.server.peers) if (peer.subscriptions.has('queues')) peer.push('Queue', queue);
  }

  private tell(event: string, payload: object): void {
    this.feed++;
    for (const peer of this.server.peers) if (peer.subscriptions.has('feed')) peer.push(event, { ...payload, feed: this.feed });
  }

  private inbox(): InboxView {
    return { agentId: 'amy', name: 'Amy', conversations: [...this.mine].map((id) => this.conversations.get(id)!.view()), offers: [...this.offers.values()],
      status: 'available', reason: null, since: new Date(0).toISOString(), load: this.mine.size + this.offers.size, capacity: 3, feed: this.feed };
  }

  private call(peer: HubPeer, method: string, argument: { offerId: string; ticketId: string; conversationId: string; after: number; text: string; clientMessageId: string }): unknown {
    this.calls.push(method);
    const amy = { kind: 'agent' as const, id: 'amy', name: 'Amy' };
    switch (method) {
      case 'Inbox': peer.subscriptions.add('feed'); return this.inbox();
      case 'Sync': peer.subscriptions.add(argument.conversationId); return this.conversations.get(argument.conversationId)!.page(argument.after, 200);
      case 'Note': return this.conversations.get(argument.conversationId)!.post(amy, argument.clientMessageId, argument.text);
      case 'WatchQueues': {
        const refusal = this.refusals.shift();
        if (refusal) throw refusal;
        peer.subscriptions.add('queues');
        return { items: [...this.queues.values()] };
      }
      case 'UnwatchQueues': return void peer.subscriptions.delete('queues');
      case 'Unwatch': case 'Read': return undefined;
      case 'Accept': {
        const offer = this.offers.get(argument.offerId);
        if (!offer) throw new Refused(400, 'The offer is gone.');
        this.mine.add(offer.conversation.conversationId);
        this.withdraw(argument.offerId, 'accepted');
        return this.conversations.get(offer.conversation.conversationId)!.view();
      }
    }
    return this.tickets.call(peer, method, argument);
  }
}

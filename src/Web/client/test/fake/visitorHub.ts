import { GrainlineVisitor, type VisitorOptions, type VisitorSession } from '../../src/index';
import { WebSocket } from 'ws';
import { FakeConversation } from './conversation';
import { HubServer, Refused, type HubPeer } from './hubServer';

const visitor = { kind: 'visitor' as const, id: 'v', name: 'Vera' };
const amy = { kind: 'agent' as const, id: 'amy', name: 'Amy' };

/** A visitor hub over one conversation, `c1`. */
export class FakeVisitorHub {
  readonly conversation = new FakeConversation('c1');
  readonly posts: string[] = [];
  syncs = 0;
  /** Refuses a post before it is stored. */
  refuse: (text: string) => Refused | null = () => null;
  inFlight = 0;
  server!: HubServer;
  #heads!: NodeJS.Timeout;

  static async start(): Promise<FakeVisitorHub> {
    const hub = new FakeVisitorHub();
    hub.server = await HubServer.start((peer, method, argument) => hub.call(peer, method, argument));
    // The real server repeats heads within one keep-alive.
    hub.#heads = setInterval(() => hub.#tell('Head', { conversationId: 'c1', head: hub.conversation.head }), 60);
    return hub;
  }

  async stop(): Promise<void> {
    clearInterval(this.#heads);
    await this.server.stop();
  }

  agentSays(text: string, hidden = false): void {
    const { seq } = this.conversation.post(amy, `amy-${this.conversation.entries.length}`, text, hidden);
    if (!hidden) this.#tell('Message', this.conversation.message(seq));
  }

  goAway(code: number, retryAfterMs = 10): void {
    this.#tell('GoAway', { code, reason: 'test', retryAfterMs });
  }

  /** A client of this hub whose clock runs 40 times as fast. */
  client(options: Partial<VisitorOptions> = {}): GrainlineVisitor {
    const session: VisitorSession = { visitorId: 'v', name: 'Vera', token: 't1', expiresAt: new Date(Date.now() + 3_600_000).toISOString() };
    return new GrainlineVisitor({
      site: 'demo', baseUrl: this.server.url, credential: session, serverTimeoutMs: 300, keepAliveMs: 50, ...options,
      environment: {
        WebSocket: WebSocket as never,
        after: (ms, run) => {
          const timer = setTimeout(run, ms / 40);
          return () => clearTimeout(timer);
        },
        ...options.environment,
      },
    });
  }

  private call(peer: HubPeer, method: string, argument: { after: number; limit?: number; clientMessageId: string; text: string; seq: number }): unknown {
    switch (method) {
      case 'Sync':
        this.syncs++;
        peer.subscriptions.add('c1');
        // Small pages, so that catching up takes several.
        return this.conversation.page(argument.after, Math.min(argument.limit ?? 200, 7));
      case 'Post': return this.#post(argument.clientMessageId, argument.text);
      case 'Read': return void (this.conversation.visitorReadSeq = Math.max(this.conversation.visitorReadSeq, argument.seq));
      case 'OpenConversation': peer.subscriptions.add('c1'); return this.conversation.view();
      case 'Typing': return undefined;
    }
    throw new Refused(105, 'Unknown method.');
  }

  #post(clientMessageId: string, text: string): unknown {
    this.posts.push(text);
    const refusal = this.refuse(text);
    if (refusal) throw refusal;
    const posted = this.conversation.post(visitor, clientMessageId, text);
    if (!posted.duplicate) this.#tell('Message', this.conversation.message(posted.seq));
    return posted;
  }

  #tell(event: string, payload: unknown): void {
    for (const peer of this.server.peers) if (event === 'GoAway' || peer.subscriptions.has('c1')) peer.push(event, payload);
  }
}

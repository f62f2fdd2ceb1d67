import type { ConversationView, InboxEvent, InboxView, LoadView, OfferView } from './wire';

/**
 * What an agent serves and is offered. Pure. Fed by `Inbox()` and by the ordered feed, whose numbers grow by one: after any other number
 * `gap` is true until `replace` brings a picture that includes everything heard of.
 */
export class AgentInbox {
  #feed = -1;
  #heard = -1;
  #gap = true;
  #name = '';
  #agentId = '';
  #load: LoadView = { status: 'offline', reason: null, since: new Date(0).toISOString(), load: 0, capacity: 0 };
  #conversations = new Map<string, ConversationView>();
  #watched = new Map<string, ConversationView>();
  #offers = new Map<string, OfferView>();

  get agentId(): string { return this.#agentId; }
  get name(): string { return this.#name; }
  get load(): LoadView { return this.#load; }
  get feed(): number { return this.#feed; }
  get gap(): boolean { return this.#gap; }
  /** Conversations whose assignee is this agent. */
  get conversations(): ConversationView[] { return [...this.#conversations.values()]; }
  get offers(): OfferView[] { return [...this.#offers.values()]; }

  /** The newest view of a conversation, whether served or only watched. */
  conversation(id: string): ConversationView | undefined { return this.#conversations.get(id) ?? this.#watched.get(id); }

  replace(view: InboxView): void {
    this.#agentId = view.agentId;
    this.#name = view.name;
    this.#load = loadOf(view);
    const known = this.#conversations;
    this.#conversations = new Map(view.conversations.map((c) => [c.conversationId, newer(known.get(c.conversationId), c)]));
    this.#offers = new Map(view.offers.map((o) => [o.offerId, o]));
    this.#feed = view.feed;
    this.#gap = this.#heard > view.feed;
    this.#heard = Math.max(this.#heard, view.feed);
  }

  /** A new socket, or `Resync`: the feed may have moved on unheard. */
  tear(): void {
    this.#gap = true;
    // Another activation may count its feed from the start again.
    this.#heard = -1;
  }

  apply(event: InboxEvent): 'applied' | 'duplicate' | 'gap' {
    if (event.feed !== null) {
      if (event.feed <= this.#feed && !this.#gap) return 'duplicate';
      this.#heard = Math.max(this.#heard, event.feed);
      if (this.#gap || event.feed !== this.#feed + 1) {
        this.#gap = true;
        return 'gap';
      }
      this.#feed = event.feed;
    }
    switch (event.type) {
      case 'conversation': this.#take(event.conversation, event.feed !== null); break;
      case 'offer': this.#offers.set(event.offer.offerId, event.offer); break;
      case 'offerWithdrawn': this.#offers.delete(event.offerId); break;
      case 'load': this.#load = loadOf(event); break;
    }
    return 'applied';
  }

  /** Takes a view that a call or a page answered with. */
  observe(view: ConversationView): void { this.#take(view, true); }

  #take(view: ConversationView, mayEnter: boolean): void {
    const known = this.conversation(view.conversationId);
    if (known && known.version > view.version) return;
    const mine = view.assignee?.id === this.#agentId && view.status !== 'resolved' && view.status !== 'closed';
    if (mine && (mayEnter || this.#conversations.has(view.conversationId))) {
      this.#conversations.set(view.conversationId, view);
      this.#watched.delete(view.conversationId);
    } else {
      this.#conversations.delete(view.conversationId);
      this.#watched.set(view.conversationId, view);
    }
  }
}

const loadOf = ({ status, reason, since, load, capacity }: LoadView): LoadView => ({ status, reason, since, load, capacity });

const newer = (known: ConversationView | undefined, next: ConversationView): ConversationView => (known && known.version > next.version ? known : next);

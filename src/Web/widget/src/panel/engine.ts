import {
  GrainlineError, GrainlineVisitor, browserEnvironment, rest,
  type AttachmentView, type ConversationThread, type ConversationView, type Environment, type SignedIdentity, type SiteInfo, type VisitorOptions,
} from '@grainline/client';
import type { WidgetConfig } from '../shared/contract';
import { lineOf, lineOfPending } from './lines';
import type { Memory } from './memory';
import { emptyState, type Actions, type WidgetState } from './state';

const isOver = (view: ConversationView | null): boolean => view?.status === 'closed';

/** The chat itself, in the one tab that holds the socket. */
export class Engine implements Actions {
  #client: GrainlineVisitor | null = null;
  #thread: ConversationThread | null = null;
  #recent: ConversationView[] = [];
  #siteName = '';
  #identity: SignedIdentity | null = null;
  #opening = false;
  #attributes: Record<string, string> = {};
  readonly #env: Environment;

  constructor(
    private readonly config: WidgetConfig, private readonly memory: Memory, private readonly changed: () => void,
    private readonly overrides: Partial<VisitorOptions> = {}) {
    this.#env = browserEnvironment(overrides.environment);
  }

  get state(): WidgetState {
    const thread = this.#thread;
    const pending = this.memory.pending.map(lineOfPending);
    const lines = [...(thread?.log.entries.map(lineOf) ?? []), ...pending];
    return {
      ...emptyState,
      link: this.#client?.state ?? 'idle',
      refused: this.#client?.state === 'refused' ? (this.#client.error?.code ?? 0) : null,
      siteName: this.#siteName,
      recent: this.#recent,
      conversation: thread?.view ?? null,
      active: thread !== null || pending.length > 0,
      loaded: thread === null ? pending.length > 0 : thread.loaded || lines.length > 0,
      lines,
      unread: thread?.log.unread ?? 0,
      typing: thread?.typing?.author.kind === 'visitor' ? null : (thread?.typing?.author.name ?? null),
      limitedUntil: thread?.limitedUntil ?? null,
      unsent: lines.filter((l) => l.state === 'sending').length,
    };
  }

  /** Takes up what the browser remembers. */
  resume(): void {
    if (this.memory.session) void this.#load();
    if (this.memory.pending.length > 0) void this.#open();
  }

  stop(): void { this.#client?.stop(); }

  greet(): void {
    if (this.#siteName === '') void this.#name();
    if (!this.#client && (this.memory.session || this.#identity)) void this.#load();
  }

  send(text: string, attributes: Record<string, string>, id: string, files: AttachmentView[] = []): void {
    this.#attributes = attributes;
    this.memory.allow();
    if (this.#thread && !isOver(this.#thread.view)) {
      this.#thread.post(text, 'text', id, files);
      return;
    }
    if (this.memory.pending.some((p) => p.id === id)) return;
    this.#drop();
    const at = new Date(this.#env.now()).toISOString();
    this.memory.keepPending([...this.memory.pending, { id, text, files, at, errorCode: null }]);
    this.changed();
    void this.#open();
  }

  retry(key: string): void {
    if (!this.memory.pending.some((p) => p.id === key)) return this.#thread?.retry(key);
    this.memory.keepPending(this.memory.pending.map((p) => ({ ...p, errorCode: null })));
    // A link that was refused starts over when the person asks again.
    if (this.#client?.state === 'refused') this.#client.start();
    this.changed();
    void this.#open();
  }

  discard(key: string): void {
    this.memory.keepPending(this.memory.pending.filter((p) => p.id !== key));
    this.#thread?.discard(key);
    this.changed();
  }

  typing(preview: string): void { this.#thread?.notifyTyping(preview); }
  read(): void { this.#thread?.markRead(); }
  end(): void { void this.#call((client, id) => client.end(id)); }
  rate(score: number, comment: string): void { void this.#call((client, id) => client.rate(id, score, comment || undefined)); }

  open(conversationId: string): void {
    if (this.#thread?.conversationId === conversationId) return;
    this.#drop();
    this.#show(this.#ensure(), conversationId);
  }

  fresh(): void {
    this.#drop();
    this.changed();
    void this.#load();
  }

  identify(identity: SignedIdentity | null): void {
    const before = this.#identity?.id ?? this.memory.identity;
    this.#identity = identity;
    // Another person at this browser: what the former one wrote is not theirs to see.
    if (before !== null && before !== (identity?.id ?? null)) {
      this.#drop();
      this.#client?.stop();
      this.#client = null;
      this.#recent = [];
      this.memory.forget();
      this.changed();
    } else if (identity && before === null && this.#client) {
      this.#client.stop();
      this.#client.credentials.spend();
      this.#client.start();
    }
  }

  #ensure(): GrainlineVisitor {
    if (this.#client) return this.#client;
    const client = new GrainlineVisitor({
      site: this.config.site,
      baseUrl: this.config.baseUrl,
      credential: this.memory.session,
      storage: this.memory.storage,
      scope: this.config.site,
      identity: () => this.#identity,
      onSession: (session) => this.memory.keepSession(session, this.#identity?.id ?? null),
      ...this.overrides,
    });
    this.#client = client;
    client.on('state', () => this.changed());
    client.on('conversation', (view) => this.#noteLive(view));
    client.start();
    return client;
  }

  /** Recent chats; an unfinished one is taken up. */
  async #load(): Promise<void> {
    try {
      this.#recent = (await this.#ensure().conversations({ limit: 10 })).items;
      const running = this.#recent.find((c) => c.status !== 'closed' && c.status !== 'resolved');
      if (!this.#thread && running && this.memory.pending.length === 0) this.#show(this.#ensure(), running.conversationId);
      if (!running) this.memory.live(false);
      this.changed();
    } catch (error) {
      // Home works without them; the banner tells of a broken link.
      if (!(error instanceof GrainlineError)) throw error;
    }
  }

  async #name(): Promise<void> {
    try {
      this.#siteName = (await rest<SiteInfo>(this.#env, this.config.baseUrl, `/sites/${encodeURIComponent(this.config.site)}`)).name;
      this.changed();
    } catch (error) {
      if (!(error instanceof GrainlineError)) throw error;
    }
  }

  /** Opens the conversation that the first messages wait for, as often as it takes. */
  async #open(): Promise<void> {
    if (this.#opening) return;
    this.#opening = true;
    const client = this.#ensure();
    try {
      for (let wait = 500; this.memory.pending.some((p) => p.errorCode === null);) {
        try {
          await this.#online(client);
          const view = await client.openConversation({ language: this.config.lang === 'zh' ? 'zh-CN' : 'en', attributes: this.#attributes });
          const thread = this.#show(client, view.conversationId);
          for (const { text, id, files } of this.memory.pending) thread.post(text, 'text', id, files);
          this.memory.keepPending([]);
        } catch (thrown) {
          const error = GrainlineError.from(thrown);
          if (!error.temporary && !error.aboutSession) {
            this.memory.keepPending(this.memory.pending.map((p) => ({ ...p, errorCode: error.code })));
          } else {
            await new Promise<void>((resolve) => this.#env.after(wait, resolve));
            wait = Math.min(wait * 2, 15_000);
          }
        }
      }
    } finally {
      this.#opening = false;
      this.changed();
    }
  }

  #online(client: GrainlineVisitor): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = () => {
        if (client.state === 'online') resolve();
        else if (client.state === 'refused') reject(client.error ?? new GrainlineError(0, ''));
        else return false;
        return true;
      };
      if (check()) return;
      const off = client.on('state', () => { if (check()) off(); });
    });
  }

  #show(client: GrainlineVisitor, conversationId: string): ConversationThread {
    const thread = client.show(conversationId);
    if (thread !== this.#thread) {
      this.#thread = thread;
      thread.on('change', () => { if (this.#thread === thread) this.changed(); });
    }
    this.changed();
    return thread;
  }

  #drop(): void {
    this.#thread?.close();
    this.#thread = null;
  }

  async #call(run: (client: GrainlineVisitor, conversationId: string) => Promise<ConversationView>): Promise<void> {
    const thread = this.#thread;
    if (!this.#client || !thread) return;
    try {
      await run(this.#client, thread.conversationId);
    } catch (error) {
      // Refused because it is already so (ended, rated): the view that comes with the next page tells the truth.
      if (!(error instanceof GrainlineError)) throw error;
      await thread.sync();
    }
    this.changed();
  }

  #noteLive(view: ConversationView): void {
    this.memory.live(view.status !== 'closed' && view.status !== 'resolved');
    this.#recent = this.#recent.map((c) => (c.conversationId === view.conversationId ? view : c));
    this.changed();
  }
}

import type { ConversationRow, Items } from '@grainline/client';

export interface PagesState {
  rows: ConversationRow[];
  next: string | null;
  loading: boolean;
  error: unknown;
  /** When the first page was fetched, in epoch milliseconds; null before. */
  at: number | null;
}

type Fetch = (cursor: string | undefined) => Promise<Items<ConversationRow>>;

/** A cursor-paged list that can be refreshed in place: what is shown stays until its newer version is here. */
export class Pages {
  #state: PagesState = { rows: [], next: null, loading: false, error: null, at: null };
  #pages = 1;
  #again = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly fetchPage: Fetch,
    private readonly settleMs = 1_200,
  ) {}

  get = (): PagesState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Something has changed: fetch once the read model has had time to follow. Many calls make one fetch. */
  stale(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.reload();
    }, this.settleMs);
  }

  async reload(): Promise<void> {
    if (this.#state.loading) {
      this.#again = true;
      return;
    }
    await this.#run(async () => {
      let rows: ConversationRow[] = [];
      let next: string | null = null;
      for (let page = 0; page < this.#pages; page++) {
        const { items, next: after } = await this.fetchPage(next ?? undefined);
        rows = merge(rows, items);
        next = after ?? null;
        if (next === null) break;
      }
      this.#put({ rows, next, at: Date.now() });
    });
  }

  async more(): Promise<void> {
    const { next, loading, rows } = this.#state;
    if (loading || next === null) return;
    await this.#run(async () => {
      const page = await this.fetchPage(next);
      this.#pages++;
      this.#put({ rows: merge(rows, page.items), next: page.next ?? null });
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  async #run(work: () => Promise<void>): Promise<void> {
    this.#put({ loading: true });
    try {
      await work();
      this.#put({ loading: false, error: null });
    } catch (error) {
      this.#put({ loading: false, error });
    }
    if (this.#again) {
      this.#again = false;
      this.stale();
    }
  }

  #put(change: Partial<PagesState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** A conversation that moved between two fetches stands once, as it was seen last. */
function merge(known: ConversationRow[], more: ConversationRow[]): ConversationRow[] {
  const newer = new Set(more.map((r) => r.conversationId));
  return [...known.filter((r) => !newer.has(r.conversationId)), ...more];
}

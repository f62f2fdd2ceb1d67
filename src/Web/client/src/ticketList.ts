import { backoffMs } from './backoff';
import { Emitter } from './emitter';
import type { Environment } from './environment';
import { ErrorCode, GrainlineError } from './errors';
import type { TicketApi } from './ticketApi';
import type { TicketHub } from './ticketHub';
import type { TicketListQuery, TicketRow } from './ticketListTypes';
import { ticketOrder } from './ticketOrder';

export interface TicketListHost {
  api: Pick<TicketApi, 'list' | 'changes'>;
  hub: Pick<TicketHub, 'on' | 'watchTickets' | 'live'>;
  env: Pick<Environment, 'now' | 'random' | 'after'>;
}

/** Rows of one list that a client keeps; the server has more. */
export const keptRows = 10_000;
const pageSize = 200;
const changesAtOnce = 1_000;

/**
 * One list of tickets: read once, then kept by what has changed since. Changes are asked for one at a time, whenever the feed says that the lists have moved;
 * the position is kept over lost links, so that coming back costs what was missed and not the list.
 */
export class TicketList extends Emitter<{ change: void }> {
  #rows = new Map<string, TicketRow>();
  #sorted: TicketRow[] | null = [];
  /** Rows that the feed has brought or changed since the list was read, with the time of it. */
  readonly #fresh = new Map<string, number>();
  #position = -1;
  /** The newest position heard of. */
  #heard = -1;
  /** Something may have moved that the feed did not tell: changes are asked for once, whatever it says. */
  #unheard = false;
  #complete = false;
  #truncated = false;
  #at: number | null = null;
  #error: GrainlineError | null = null;
  #running = false;
  /** Grows with each reading from the start: what an older one brings is dropped. */
  #round = 0;
  #closed = false;
  #undo: (() => void)[] = [];

  constructor(readonly query: TicketListQuery, private readonly host: TicketListHost) { super(); }

  /** In the list's order. The same array until something changes. */
  get rows(): readonly TicketRow[] {
    return (this.#sorted ??= [...this.#rows.values()].sort(ticketOrder(this.query.order, this.query.descending)));
  }
  row(ticketId: string): TicketRow | undefined { return this.#rows.get(ticketId); }
  /** When the row was last changed under the reader's eyes, in epoch milliseconds. */
  freshSince(ticketId: string): number | null { return this.#fresh.get(ticketId) ?? null; }
  /** When something was last heard, in epoch milliseconds; null before the first page. */
  get at(): number | null { return this.#at; }
  /** Every row is here, or as many as are kept. */
  get complete(): boolean { return this.#complete; }
  /** There are more than {@link keptRows}. */
  get truncated(): boolean { return this.#truncated; }
  get live(): boolean { return this.host.hub.live && this.#error === null; }
  /** Why the last call failed; a temporary one is being repeated. */
  get error(): GrainlineError | null { return this.#error; }
  get position(): number { return this.#position; }

  open(): void {
    if (this.#undo.length > 0) return;
    this.#closed = false;
    this.#undo = [
      this.host.hub.on('moved', ({ position }) => this.#hear(position)),
      this.host.hub.on('watched', ({ position }) => {
        this.#unheard = true;
        this.#hear(position);
      }),
      this.host.hub.on('live', () => this.#changed()),
      this.host.hub.on('resync', () => this.reload()),
      this.host.hub.watchTickets(),
    ];
    this.reload();
  }

  close(): void {
    this.#closed = true;
    this.#round++;
    for (const undo of this.#undo.splice(0)) undo();
  }

  /** Reads all of it again; what is here stays until it has come. */
  reload(): void {
    this.#round++;
    this.#position = -1;
    this.#error = null;
    this.#run();
  }

  #hear(position: number): void {
    this.#heard = Math.max(this.#heard, position);
    this.#run();
  }

  #run(): void {
    if (this.#running || this.#closed) return;
    this.#running = true;
    void this.#work().finally(() => {
      this.#running = false;
      this.#changed();
    });
  }

  async #work(): Promise<void> {
    for (let attempt = 0; !this.#closed;) {
      const round = this.#round;
      try {
        if (this.#position < 0) await this.#read(round);
        else if (this.#unheard || this.#heard > this.#position) await this.#follow(round);
        else return;
        this.#error = null;
        attempt = 0;
      } catch (thrown) {
        if (round !== this.#round) continue;
        this.#error = GrainlineError.from(thrown);
        this.#unheard = true;
        // A position that the server does not take: its lists were made anew.
        if (this.#error.code === ErrorCode.invalidArgument && this.#position >= 0) {
          this.#position = -1;
          continue;
        }
        this.#changed();
        if (!this.#error.temporary) return;
        await new Promise<void>((resolve) => this.host.env.after(backoffMs(attempt++, this.host.env.random), resolve));
      }
    }
  }

  /** All pages. The first page's position is where changes go on from: what moves between two pages is among them. */
  async #read(round: number): Promise<void> {
    const rows = new Map<string, TicketRow>();
    let position = -1;
    let next: string | null = null;
    const first = this.#at === null;
    do {
      const page = await this.host.api.list(this.query, next, pageSize);
      if (round !== this.#round) return;
      if (position < 0) position = page.position;
      for (const row of page.items) rows.set(row.ticketId, row);
      next = page.next ?? null;
      // A list that is read for the first time is shown as it comes, one that is read again only when it is whole.
      if (first) this.#show(rows);
    } while (next !== null && rows.size < keptRows);
    this.#complete = true;
    this.#truncated = next !== null;
    this.#position = position;
    this.#fresh.clear();
    this.#show(rows);
  }

  async #follow(round: number): Promise<void> {
    const wanted = this.#heard;
    this.#unheard = false;
    let more = true;
    while (more) {
      const page = await this.host.api.changes(this.query.filter, this.#position, changesAtOnce);
      if (round !== this.#round) return;
      const now = this.host.env.now();
      for (const row of page.changed) if (this.#put(row)) this.#fresh.set(row.ticketId, now);
      for (const id of page.gone) this.#rows.delete(id);
      this.#position = Math.max(this.#position, page.position);
      more = page.more;
      this.#show(this.#rows);
    }
    // Asked and answered is up to date, also when the answer ends short of what the feed has said.
    if (this.#heard === wanted) this.#heard = Math.min(wanted, this.#position);
  }

  #put(row: TicketRow): boolean {
    const known = this.#rows.get(row.ticketId);
    if (known && known.version >= row.version) return false;
    this.#rows.set(row.ticketId, row);
    return true;
  }

  #show(rows: Map<string, TicketRow>): void {
    this.#rows = rows;
    this.#sorted = null;
    this.#at = this.host.env.now();
    this.#changed();
  }

  #changed(): void { this.emit('change', undefined); }
}

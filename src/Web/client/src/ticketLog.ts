import type { TicketEntry, TimelinePage } from './ticketTypes';

/** A ticket's timeline in seq order, each entry once. Pure. Early entries wait until what is before them has come. */
export class TicketLog {
  #entries: TicketEntry[] = [];
  readonly #early = new Map<number, TicketEntry>();
  #last = 0;
  #head = 0;

  get entries(): readonly TicketEntry[] { return this.#entries; }
  /** Everything up to this seq is here. */
  get last(): number { return this.#last; }
  /** The ticket has more than is here. */
  get behind(): boolean { return this.#head > this.#last || this.#early.size > 0; }

  tellHead(head: number): void { this.#head = Math.max(this.#head, head); }

  apply(entry: TicketEntry): 'applied' | 'known' | 'gap' {
    this.tellHead(entry.seq);
    if (entry.seq <= this.#last) return 'known';
    this.#early.set(entry.seq, entry);
    this.#join();
    return this.#early.size > 0 ? 'gap' : 'applied';
  }

  /** A page goes on without a hole from what was asked: seqs that it leaves out are not for this reader. */
  applyPage(page: TimelinePage): void {
    this.tellHead(page.head);
    for (const entry of page.entries) {
      if (entry.seq <= this.#last) continue;
      this.#push(entry);
      this.#early.delete(entry.seq);
    }
    this.#join();
  }

  /** Everything up to a page's head was asked for: what it left out is not for this reader. */
  complete(head: number): void {
    for (const [seq, entry] of [...this.#early].sort(([a], [b]) => a - b)) {
      if (seq > head) continue;
      this.#early.delete(seq);
      if (seq > this.#last) this.#push(entry);
    }
    this.#last = Math.max(this.#last, head);
    this.#join();
  }

  #join(): void {
    for (let next = this.#early.get(this.#last + 1); next; next = this.#early.get(this.#last + 1)) {
      this.#early.delete(next.seq);
      this.#push(next);
    }
  }

  #push(entry: TicketEntry): void {
    this.#entries = [...this.#entries, entry];
    this.#last = entry.seq;
  }
}

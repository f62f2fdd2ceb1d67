import type { TicketEntry, TimelinePage } from './ticketTypes';

/** A ticket's timeline in seq order, each entry once. Pure. Several entries may have one seq; early ones wait until what is before them has come. */
export class TicketLog {
  #entries: TicketEntry[] = [];
  #early: TicketEntry[] = [];
  #last = 0;
  #head = 0;

  get entries(): readonly TicketEntry[] { return this.#entries; }
  /** Everything before this seq is here, and something of it. */
  get last(): number { return this.#last; }
  /** The ticket has more than is here. */
  get behind(): boolean { return this.#head > this.#last || this.#early.length > 0; }

  tellHead(head: number): void { this.#head = Math.max(this.#head, head); }

  apply(entry: TicketEntry): 'applied' | 'known' | 'gap' {
    this.tellHead(entry.seq);
    if (entry.seq < this.#last || this.#knows(entry)) return 'known';
    this.#early.push(entry);
    this.#join();
    return this.#early.length > 0 ? 'gap' : 'applied';
  }

  /** A page goes on without a hole from what was asked: seqs that it leaves out are not for this reader. */
  applyPage(page: TimelinePage): void {
    this.tellHead(page.head);
    for (const entry of page.entries) if (entry.seq >= this.#last && !this.#knows(entry)) this.#push(entry);
    this.#join();
  }

  /** Everything up to a page's head was asked for: what it left out is not for this reader. */
  complete(head: number): void {
    for (const entry of this.#early.filter((e) => e.seq <= head).sort((a, b) => a.seq - b.seq)) {
      if (entry.seq >= this.#last && !this.#knows(entry)) this.#push(entry);
    }
    this.#early = this.#early.filter((e) => e.seq > head);
    this.#last = Math.max(this.#last, head);
    this.#join();
  }

  #join(): void {
    this.#early = this.#early.filter((e) => e.seq > this.#last || (e.seq === this.#last && !this.#knows(e)));
    for (let next = this.#next(); next; next = this.#next()) {
      this.#early.splice(this.#early.indexOf(next), 1);
      if (!this.#knows(next)) this.#push(next);
    }
  }

  #next(): TicketEntry | undefined {
    return this.#early.find((e) => e.seq === this.#last) ?? this.#early.find((e) => e.seq === this.#last + 1);
  }

  /** Entries of one seq have no names of their own: they are told apart by what they say. */
  #knows(entry: TicketEntry): boolean {
    const text = JSON.stringify(entry);
    for (let i = this.#entries.length - 1; i >= 0 && this.#entries[i]!.seq >= entry.seq; i--) if (JSON.stringify(this.#entries[i]) === text) return true;
    return false;
  }

  #push(entry: TicketEntry): void {
    this.#entries = [...this.#entries, entry];
    this.#last = Math.max(this.#last, entry.seq);
  }
}

import type { TicketEntry, TicketRow, TicketView } from '../../src/index';
import { Refused, type HubPeer } from './hubServer';
import { ticketEntry, ticketView } from './ticket';

interface Asked { path: string; body: { since?: number; cursor?: string | null; limit?: number; actions?: unknown[]; requestId?: string } }

/** The ticket part of an agent's server: lists with positions, tickets with timelines. Holds a call back while `holding`. */
export class FakeTickets {
  readonly rows = new Map<string, TicketRow>();
  readonly views = new Map<string, TicketView>();
  readonly entries = new Map<string, TicketEntry[]>();
  readonly asked: Asked[] = [];
  readonly #log: { position: number; id: string }[] = [];
  position = 0;
  /** The feed has just woken up: it knows no position yet. */
  tellsNoPosition = false;
  /** Changed tickets of one page. */
  atOnce = 1_000;
  /** Answers of the next calls, in place of the right ones. */
  readonly refusals: { code: number; status: number }[] = [];
  constructor(private readonly push: (name: string, payload: unknown, topic: string) => void) {}

  /** A change of the lists; a null row has left them. Told unless `silent`. */
  change(id: string, row: TicketRow | null, silent = false): void {
    if (row) this.rows.set(id, row);
    else this.rows.delete(id);
    this.#log.push({ position: ++this.position, id });
    if (!silent) this.push('TicketsMoved', { position: this.position }, 'tickets');
  }

  open(id: string, entries = 1): void {
    this.entries.set(id, Array.from({ length: entries }, (_, i) => ticketEntry(i + 1)));
    this.views.set(id, ticketView(id, { version: entries }));
  }

  /** Another entry: `tells` says what of it is pushed. */
  add(id: string, tells: { entry?: boolean; view?: boolean } = { entry: true, view: true }, change: Partial<TicketView> = {}): void {
    const log = this.entries.get(id)!;
    const entry = ticketEntry(log.length + 1);
    log.push(entry);
    this.views.set(id, { ...this.views.get(id)!, ...change, version: entry.seq });
    if (tells.entry) this.push('TicketEntry', { ticketId: id, entry }, id);
    if (tells.view) this.push('Ticket', this.views.get(id), id);
  }

  calls(path: string): Asked[] { return this.asked.filter((a) => a.path.startsWith(path)); }

  answer(url: string, init?: RequestInit): Promise<Response> {
    const { pathname, searchParams } = new URL(url);
    const path = pathname.replace('/api/v1', '');
    const body = (typeof init?.body === 'string' ? JSON.parse(init.body) : {}) as Asked['body'];
    this.asked.push({ path, body });
    const refusal = this.refusals.shift();
    if (refusal) return Promise.resolve(Response.json({ code: refusal.code, detail: 'No.' }, { status: refusal.status }));
    return Promise.resolve(Response.json(this.#answer(path, body, searchParams)));
  }

  call(peer: HubPeer, method: string, { ticketId }: { ticketId: string }): unknown {
    switch (method) {
      case 'WatchTickets': peer.subscriptions.add('tickets'); return { position: this.tellsNoPosition ? 0 : this.position };
      case 'WatchTicket': peer.subscriptions.add(ticketId); return this.views.get(ticketId);
      case 'UnwatchTickets': return void peer.subscriptions.delete('tickets');
      case 'UnwatchTicket': return void peer.subscriptions.delete(ticketId);
      case 'LookAt': return undefined;
    }
    throw new Refused(105, 'Unknown method.');
  }

  #answer(path: string, { since = 0, cursor, limit = 200, actions }: Asked['body'], query: URLSearchParams): unknown {
    if (path === '/tickets/list') {
      const from = Number(cursor ?? 0);
      const all = [...this.rows.values()];
      return { items: all.slice(from, from + limit), next: from + limit < all.length ? String(from + limit) : null, position: this.position };
    }
    if (path === '/tickets/changes') {
      const newer = this.#log.filter((c) => c.position > since).slice(0, this.atOnce);
      const ids = [...new Set(newer.map((c) => c.id))];
      const position = newer.at(-1)?.position ?? this.position;
      return { changed: ids.flatMap((id) => this.rows.get(id) ?? []), gone: ids.filter((id) => !this.rows.has(id)), position, more: position < this.position };
    }
    const id = path.split('/')[2]!;
    if (path.endsWith('/timeline')) {
      const after = Number(query.get('after'));
      const log = this.entries.get(id)!;
      return { entries: log.filter((e) => e.seq > after).slice(0, 3), head: log.length };
    }
    if (path.endsWith('/actions')) {
      this.add(id, {}, { subject: `after ${actions?.length}` });
      return { ticket: this.views.get(id), duplicate: false };
    }
    return this.views.get(id);
  }
}

import {
  Emitter,
  GrainlineError,
  TicketList,
  TicketThread,
  ticketOrder,
  type CreateTicket,
  type DeskApi,
  type Draft,
  type SavedView,
  type TicketAction,
  type TicketApi,
  type TicketEntry,
  type TicketHubEvents,
  type TicketListQuery,
  type TicketRow,
  type TicketView,
} from '@grainline/client';
import type { FakeAgent } from './desk';
import { at, deskView, ticketEntry, ticketView } from './ticketParts';

export * from './ticketParts';

class FakeHub extends Emitter<TicketHubEvents> {
  live = true;
  watching = new Set<string>();
  looks: (string | null)[] = [];
  watchTickets = () => this.#watch('lists');
  watchTicket = (id: string) => this.#watch(id);
  watchRun = (id: string) => this.#watch(id);
  lookAt = (_: string, stance: string | null) => void this.looks.push(stance);
  tell<K extends keyof TicketHubEvents>(name: K, payload: TicketHubEvents[K]): void {
    this.emit(name, payload);
  }
  #watch(what: string): () => void {
    this.watching.add(what);
    return () => void this.watching.delete(what);
  }
}

/** The ticket part of a server without a network: what is called is recorded, refusals come from the test. */
export class FakeTickets {
  readonly hub = new FakeHub();
  readonly calls: unknown[][] = [];
  rows: TicketRow[] = [];
  view = ticketView();
  entries: TicketEntry[] = [ticketEntry(1, { kind: 'created', text: null }), ticketEntry(2), ticketEntry(3, { kind: 'note' })];
  desk = deskView();
  views: SavedView[] = [];
  drafts: Draft[] = [];
  position = 1;
  /** Refusals of the next calls of a name. */
  refusals: Record<string, GrainlineError[]> = {};
  answers: Record<string, (...args: never[]) => unknown> = {};

  constructor(agent: FakeAgent) {
    const env = {
      now: () => Date.now(),
      random: Math.random,
      newId: () => `id${this.calls.length}`,
      after: (ms: number, run: () => void) => {
        const timer = setTimeout(run, Math.min(ms, 5));
        return () => clearTimeout(timer);
      },
    };
    Object.assign(agent, {
      tickets: this.api,
      desk: this.deskApi,
      ticketHub: this.hub,
      newId: () => `id${this.calls.length}`,
      ticketList: (query: TicketListQuery) => new TicketList(query, { api: this.api, hub: this.hub as never, env }),
      ticketThread: (id: string) => new TicketThread(id, { api: this.api, hub: this.hub as never, env, ownTriggers: false }),
    });
  }

  called(name: string): unknown[][] {
    return this.calls.filter((c) => c[0] === name).map((c) => c.slice(1));
  }

  /** Somebody else's change, told by the hub. */
  change(change: Partial<TicketView>, entry: Partial<TicketEntry> = {}): void {
    const seq = this.view.version + 1;
    this.entries = [...this.entries, ticketEntry(seq, entry)];
    this.view = { ...this.view, ...change, version: seq };
  }

  refuse(name: string, code: number, message = ''): void {
    (this.refusals[name] ??= []).push(new GrainlineError(code, message));
  }

  readonly api = new Proxy(
    {},
    {
      get:
        (_, name: string) =>
        (...args: never[]) =>
          this.#call(name, args),
    },
  ) as TicketApi;
  readonly deskApi = new Proxy(
    {},
    {
      get:
        (_, name: string) =>
        (...args: never[]) =>
          this.#call(`desk.${name}`, args),
    },
  ) as DeskApi;

  async #call(name: string, args: never[]): Promise<unknown> {
    this.calls.push([name, ...(args as unknown[])]);
    const refusal = this.refusals[name]?.shift();
    if (refusal) throw refusal;
    const own = this.answers[name];
    return own ? own(...args) : this.#usual(name, args as unknown[]);
  }

  #usual(name: string, args: unknown[]): unknown {
    switch (name) {
      case 'list': {
        const { order, descending } = args[0] as TicketListQuery;
        return { items: [...this.rows].sort(ticketOrder(order, descending)), next: null, position: this.position };
      }
      case 'changes':
        return { changed: this.rows, gone: [], position: this.position, more: false };
      case 'counts':
        return (args[0] as unknown[]).map((_, i) => i + 1);
      case 'views':
        return { items: this.views };
      case 'drafts':
        return { items: this.drafts };
      case 'saveDraft':
        return { ...(args[0] as object), version: 9, at: at(0) };
      case 'ticket':
        return this.view;
      case 'timeline':
        return { entries: this.entries.filter((e) => e.seq > (args[1] as number)), head: this.entries.at(-1)?.seq ?? 0 };
      case 'apply':
        return { ticket: this.#apply(args[2] as TicketAction[]), duplicate: false };
      case 'newId':
        return 'new1';
      case 'create':
        return ticketView({ ticketId: (args[0] as CreateTicket).ticketId ?? '' });
      case 'desk.view':
        return this.desk;
      case 'desk.version':
        return { id: args[1], version: args[2], spec: this.desk.forms.find((f) => f.id === args[1])?.spec };
      case 'desk.versions':
        return { items: [] };
      case 'transfer':
      case 'merge':
      case 'split':
        return {
          sagaId: 's',
          kind: name,
          status: 'done',
          ticketIds: [],
          by: ticketEntry(1).by,
          startedAt: at(0),
          endedAt: at(0),
          undoUntil: null,
          why: null,
        };
      default:
        return args[0];
    }
  }

  #apply(actions: TicketAction[]): TicketView {
    const subject = actions.find((a) => a.kind === 'subject');
    this.change(subject ? { subject: subject.subject } : {}, { by: { kind: 'agent', id: 'amy', name: 'Amy' } });
    return this.view;
  }
}

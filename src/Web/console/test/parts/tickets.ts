import {
  Emitter,
  GrainlineError,
  TicketList,
  TicketThread,
  ticketOrder,
  type CreateTicket,
  type DeskApi,
  type DeskView,
  type Draft,
  type FormSpec,
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

const at = (n: number) => new Date(Date.UTC(2026, 0, 1, 9, 0, n)).toISOString();

export const ticketRow = (n: number, change: Partial<TicketRow> = {}): TicketRow => ({
  ticketId: `t${n}`,
  number: n,
  version: 1,
  subject: `Ticket ${n}`,
  team: 'support',
  assigneeId: null,
  assigneeName: null,
  requesterName: 'Vera',
  priority: 'normal',
  state: 'open',
  category: 'open',
  tags: [],
  nextDue: null,
  nextWarn: null,
  breached: false,
  createdAt: at(n),
  updatedAt: at(n),
  lastText: null,
  ...change,
});

export const ticketView = (change: Partial<TicketView> = {}): TicketView => ({
  ticketId: 't1',
  number: 1,
  version: 3,
  subject: 'Broken cup',
  team: 'support',
  assignee: null,
  requester: { visitorId: 'v1', name: 'Vera', email: null },
  priority: 'normal',
  state: 'open',
  category: 'open',
  lifecycle: { id: 'default', version: 1 },
  triggers: [{ trigger: 'solve', name: 'Solve', toState: 'solved' }],
  form: { id: 'default', version: 1 },
  fields: {},
  tags: ['glass'],
  watchers: [],
  links: [],
  sla: [],
  conversation: null,
  mergedInto: null,
  transfer: null,
  createdAt: at(1),
  createdBy: { kind: 'agent', id: 'amy', name: 'Amy' },
  updatedAt: at(9),
  solvedAt: null,
  present: [],
  ...change,
});

export const ticketEntry = (seq: number, change: Partial<TicketEntry> = {}): TicketEntry => ({
  seq,
  at: at(seq),
  by: { kind: 'agent', id: 'li', name: 'Li' },
  kind: 'comment',
  text: `words ${seq}`,
  attachments: [],
  changes: [],
  macro: null,
  about: null,
  ...change,
});

export const formSpec = (change: Partial<FormSpec> = {}): FormSpec => ({
  name: 'General',
  public: false,
  upgradeFrom: [],
  hints: { fields: { reason: { labels: { en: 'Reason', 'zh-CN': '原因' } } } },
  schema: { type: 'object', properties: { reason: { type: 'string', maxLength: 10 } } },
  ...change,
});

export const savedView = (id: string, change: Partial<SavedView> = {}): SavedView => ({
  id,
  name: id,
  owner: null,
  filterJson: {},
  sortBy: 'updated',
  descending: true,
  columns: [],
  order: 0,
  ...change,
});

export const deskView = (change: Partial<DeskView> = {}): DeskView => ({
  teams: [
    { id: 'support', name: 'Support', members: ['amy', 'li'], lifecycle: 'default', forms: ['default'], slaPolicy: null, hours: null },
    { id: 'returns', name: 'Returns', members: ['bo'], lifecycle: 'default', forms: ['return'], slaPolicy: null, hours: null },
  ],
  lifecycles: [
    {
      id: 'default',
      version: 1,
      spec: {
        name: 'Default',
        initial: 'open',
        states: [
          { id: 'open', category: 'open', names: { en: 'Open', 'zh-CN': '处理中' } },
          { id: 'solved', category: 'solved', names: { en: 'Solved', 'zh-CN': '已解决' } },
        ],
        transitions: [
          {
            from: ['open'],
            trigger: 'solve',
            to: 'solved',
            names: { en: 'Solve', 'zh-CN': '解决' },
            on: 'none',
            roles: [],
            guards: null,
            afterSeconds: null,
          },
        ],
      },
    },
  ],
  forms: [
    { id: 'default', version: 1, spec: formSpec() },
    {
      id: 'return',
      version: 2,
      spec: formSpec({
        name: 'Return',
        schema: { type: 'object', required: ['order'], properties: { order: { type: 'string', title: 'Order number' } } },
        hints: {},
      }),
    },
  ],
  slaPolicies: [],
  macros: [{ id: 'thanks', name: 'Thank you', teams: [], actions: [{ kind: 'trigger', trigger: 'solve' }] }],
  replies: [{ id: 'hi', shortcut: 'hello', name: 'Greeting', text: 'Hello {{requester.name}}, about #{{ticket.number}}', language: null, teams: [] }],
  ...change,
});

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

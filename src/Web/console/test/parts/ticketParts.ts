import type { DeskView, FormSpec, SavedView, TicketEntry, TicketRow, TicketView } from '@grainline/client';

export const at = (n: number) => new Date(Date.UTC(2026, 0, 1, 9, 0, n)).toISOString();

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

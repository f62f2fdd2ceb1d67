import type { TicketEntry, TicketRow, TicketView } from '../../src/index';

const at = (n: number) => new Date(Date.UTC(2026, 0, 1, 9, 0, n)).toISOString();

export const ticketRow = (n: number, change: Partial<TicketRow> = {}): TicketRow => ({
  ticketId: `t${n}`, number: n, version: 1, subject: `Ticket ${n}`, team: 'support', assigneeId: null, assigneeName: null, requesterName: null,
  priority: 'normal', state: 'open', category: 'open', tags: [], nextDue: null, nextWarn: null, breached: false, createdAt: at(n), updatedAt: at(n),
  lastText: null, ...change,
});

export const ticketView = (ticketId: string, change: Partial<TicketView> = {}): TicketView => ({
  ticketId, number: 1, version: 1, subject: 'Broken cup', team: 'support', assignee: null, requester: null, priority: 'normal', state: 'open', category: 'open',
  lifecycle: { id: 'default', version: 1 }, triggers: [{ trigger: 'solve', name: 'Solve', toState: 'solved' }], form: { id: 'default', version: 1 }, fields: {},
  tags: [], watchers: [], links: [], sla: [], conversation: null, mergedInto: null, transfer: null, createdAt: at(0),
  createdBy: { kind: 'agent', id: 'amy', name: 'Amy' }, updatedAt: at(0), solvedAt: null, present: [], ...change,
});

export const ticketEntry = (seq: number, change: Partial<TicketEntry> = {}): TicketEntry => ({
  seq, at: at(seq), by: { kind: 'agent', id: 'amy', name: 'Amy' }, kind: 'comment', text: `words ${seq}`, attachments: [], changes: [], macro: null, about: null,
  ...change,
});

import type { ConversationRow, ConversationView, LastMessage, LogEntry } from '@grainline/client';

export const message = (kind: 'visitor' | 'agent', at: string, seq = 3): LastMessage => ({
  seq,
  author: { kind, id: kind, name: kind },
  kind: 'text',
  text: 'hello',
  at,
});

export const view = (change: Partial<ConversationView> = {}): ConversationView => ({
  conversationId: 'c1',
  status: 'assigned',
  queue: 'support',
  visitor: { id: 'v1', name: 'Vera', verified: false, email: null },
  assignee: { id: 'amy', name: 'Amy' },
  subject: null,
  language: null,
  attributes: {},
  openedAt: '2026-01-01T09:00:00Z',
  waitingSince: null,
  head: 3,
  version: 3,
  position: null,
  etaSeconds: null,
  lastMessage: null,
  visitorReadSeq: 0,
  staffReadSeq: 0,
  score: null,
  ...change,
});

export const row = (conversationId: string, change: Partial<ConversationRow>): ConversationRow => ({
  conversationId,
  status: 'queued',
  queue: 'support',
  visitorName: 'Vera',
  assigneeId: null,
  assigneeName: null,
  subject: null,
  lastText: null,
  lastAt: null,
  openedAt: '2026-01-01T08:00:00Z',
  waitingSince: null,
  ...change,
});

export const entry = (seq: number, change: Partial<LogEntry> = {}): LogEntry => ({
  key: `#${seq}`,
  seq,
  clientMessageId: null,
  author: { kind: 'visitor', id: 'v1', name: 'Vera' },
  kind: 'text',
  text: `text ${seq}`,
  attachments: [],
  at: new Date(2026, 0, 1, 12, 0, seq).toISOString(),
  about: null,
  mine: false,
  state: null,
  error: null,
  ...change,
});

import {
  noFigures,
  type AgentSnapshot,
  type DecisionView,
  type QueuedConversation,
  type QueueProfile,
  type QueueView,
  type SpanFigures,
} from '@grainline/client';

export const profile = (change: Partial<QueueProfile> = {}): QueueProfile => ({
  name: 'Support',
  policy: 'least-loaded',
  offerSeconds: 30,
  needs: null,
  topics: null,
  rings: null,
  channels: null,
  hours: null,
  target: null,
  ...change,
});

export const snapshot = (agentId: string, change: Partial<AgentSnapshot> = {}): AgentSnapshot => ({
  agentId,
  name: agentId,
  status: 'available',
  reason: null,
  since: '2026-01-01T09:00:00Z',
  load: 0,
  capacity: 4,
  queues: ['support'],
  version: 1,
  ...change,
});

export const waits = (conversationId: string, change: Partial<QueuedConversation> = {}): QueuedConversation => ({
  conversationId,
  visitor: { id: 'v', name: `Visitor ${conversationId}`, verified: false, email: null },
  topic: null,
  priority: 'normal',
  waitingSince: '2026-01-01T09:00:00Z',
  ring: 0,
  ...change,
});

export const figuresOf = (change: Partial<SpanFigures>): SpanFigures => ({ ...noFigures, ...change });

export const queue = (queueId: string, change: Partial<QueueView> = {}): QueueView => ({
  queueId,
  profile: profile({ name: queueId }),
  policyVersion: 1,
  waiting: change.line?.length ?? 0,
  longestSince: change.line?.[0]?.waitingSince ?? null,
  agents: [],
  open: true,
  opensAt: null,
  policy: { name: 'least-loaded', version: 1 },
  figures: { lastHour: noFigures, today: noFigures },
  line: [],
  ...change,
});

export const decision = (change: Partial<DecisionView> = {}): DecisionView => ({
  conversationId: 'c1',
  offerId: 'c1.1',
  at: '2026-01-01T09:00:00Z',
  queue: 'support',
  policy: 'weighted-score',
  policyVersion: 4,
  chosen: { id: 'amy', name: 'Amy' },
  ring: 0,
  candidates: [
    { agentId: 'amy', name: 'Amy', score: 0.8, parts: { skill: 0.9, load: 0.5 }, load: 1, capacity: 4 },
    { agentId: 'li', name: 'Li', score: 0.4, parts: { skill: 0.2, load: 0.75 }, load: 0, capacity: 4 },
  ],
  rejected: [{ agentId: 'bo', because: 'at-capacity' }],
  rejectedCounts: { 'at-capacity': 3, 'lacks-skill': 0, 'not-available': 5 },
  ...change,
});

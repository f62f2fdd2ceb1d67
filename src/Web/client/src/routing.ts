/** What queues, agents and policies say of themselves: the routing part of docs/wire.md. */
import type { AgentStatus, AgentSummary, Author, Instant, VisitorSummary } from './wire';

export type Priority = 'low' | 'normal' | 'high' | 'urgent';

/** The policies that every server brings; others may be installed. */
export const policyNames = [
  'round-robin', 'least-loaded', 'longest-idle', 'skill-match', 'sticky', 'power-of-two', 'weighted-score', 'learned',
] as const;
export type PolicyName = (typeof policyNames)[number];

/** `level` 1 (beginner) to 5 (expert). */
export interface SkillLevel {
  skill: string;
  level: number;
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** Local times of day, `HH:mm:ss`; `to` is excluded, and `00:00:00` is the end of the day. */
export interface DayInterval {
  from: string;
  to: string;
}

export interface WeeklyInterval extends DayInterval {
  day: Weekday;
}

/** A day that differs; `date` is `yyyy-MM-dd`, no intervals for closed all day. */
export interface DateException {
  date: string;
  name: string | null;
  open: DayInterval[];
}

/** `timeZone` is an IANA name such as `Asia/Shanghai`. */
export interface WeeklyHours {
  timeZone: string;
  week: WeeklyInterval[];
  exceptions: DateException[];
}

export interface QueueNeeds {
  required: SkillLevel[];
  preferred: SkillLevel[];
  matchLanguage: boolean;
  priority: Priority;
  /** How long a returning visitor's last agent is waited for; 0 for not at all. */
  stickySeconds: number;
}

export interface QueueTopic {
  id: string;
  name: string;
  required: SkillLevel[];
  preferred: SkillLevel[];
  priority: Priority;
}

/** What is asked less once a conversation has waited this long. Rings add up. */
export interface OverflowRing {
  afterSeconds: number;
  lowerLevelsBy: number;
  dropSkills: string[] | null;
  anyLanguage: boolean;
  toQueue: string | null;
}

export interface ChannelWork {
  channel: string;
  /** Units of capacity, and whether urgent work may come in on top. */
  work: { weight: number; interruptible: boolean };
}

/** Answered within `seconds` should be `share` (0 to 1) of all. */
export interface ServiceTarget {
  seconds: number;
  share: number;
}

/** What holds where a queue says nothing. */
export const usualTarget: ServiceTarget = { seconds: 30, share: 0.8 };

export interface QueueProfile {
  name: string;
  policy: string;
  offerSeconds: number;
  needs: QueueNeeds | null;
  topics: QueueTopic[] | null;
  rings: OverflowRing[] | null;
  channels: ChannelWork[] | null;
  hours: WeeklyHours | null;
  /** Null for {@link usualTarget}. */
  target: ServiceTarget | null;
}

export interface PolicyWeights {
  skill: number;
  load: number;
  idle: number;
  history: number;
  idleSeconds: number;
}

export interface LearningSettings {
  maxExploration: number;
  holdout: number;
  fallback: string;
}

/** One way to choose among the agents that could serve. */
export interface PolicySpec {
  name: string;
  weights?: PolicyWeights | null;
  learning?: LearningSettings | null;
}

export interface PolicyVersion {
  /** From 1; rolling back makes no new one. */
  version: number;
  spec: PolicySpec;
  at: Instant;
  /** Null for the one that came with the profile. */
  by: Author | null;
  note: string | null;
  inForce: boolean;
}

/** An agent as routing and supervisors see it. */
export interface AgentSnapshot {
  agentId: string;
  name: string;
  status: AgentStatus;
  reason: string | null;
  since: Instant;
  load: number;
  capacity: number;
  queues: string[];
  version: number;
  interruptibleLoad?: number;
  idleSince?: Instant;
  skills?: SkillLevel[] | null;
  languages?: string[] | null;
}

/** A conversation in line, as the queue lists it. */
export interface QueuedConversation {
  conversationId: string;
  visitor: VisitorSummary;
  topic: string | null;
  priority: Priority;
  waitingSince: Instant;
  /** How many overflow rings have passed. */
  ring: number;
}

/** How a queue did in a span of time. Shares are 0 to 1; null where nothing was measured. */
export interface SpanFigures {
  offered: number;
  answered: number;
  abandoned: number;
  withinTarget: number;
  serviceLevel: number | null;
  averageWaitSeconds: number | null;
  longestWaitSeconds: number;
  /** Busy units by capacity units of those at work; above 1 when somebody was forced. */
  occupancy: number | null;
  /** Mean absolute error of the estimates that visitors were told. */
  etaErrorSeconds: number | null;
  /** Told minus real: above 0 visitors waited less than they were told. */
  etaBiasSeconds: number | null;
  etaSamples: number;
}

/** A queue that has not said anything of itself yet. */
export const noFigures: SpanFigures = {
  offered: 0, answered: 0, abandoned: 0, withinTarget: 0, serviceLevel: null, averageWaitSeconds: null, longestWaitSeconds: 0,
  occupancy: null, etaErrorSeconds: null, etaBiasSeconds: null, etaSamples: 0,
};

export interface QueueView {
  queueId: string;
  profile: QueueProfile;
  policyVersion: number;
  waiting: number;
  longestSince: Instant | null;
  /** Those that have lately said something, without skills and shifts. */
  agents: AgentSnapshot[];
  open: boolean;
  /** While it is closed: when it opens again, if it ever does. */
  opensAt: Instant | null;
  /** What is in force. */
  policy: { name: string; version: number } | null;
  /** Of the last 60 minutes, and since midnight in the queue's time zone. */
  figures: { lastHour: SpanFigures; today: SpanFigures } | null;
  /** The first 50 in line. */
  line: QueuedConversation[] | null;
}

export interface AgentProfile {
  name: string;
  capacity: number;
  queues: string[];
  skills: SkillLevel[] | null;
  languages: string[] | null;
  /** When it may be offered work; null for whenever it is available. */
  shift: WeeklyHours | null;
}

export interface SkillName {
  id: string;
  name: string;
}

/** `next` is where the next page begins, in `after`; null at the end. A page may be empty although there is a next one. */
export interface StatusPage {
  items: StatusInterval[];
  next: number | null;
}

/** A stretch of one status; `to` is null while it lasts. */
export interface StatusInterval {
  status: AgentStatus;
  reason: string | null;
  from: Instant;
  to: Instant | null;
}

export interface DecisionCandidate {
  agentId: string;
  name: string | null;
  score: number;
  /** Named parts of the score, such as `skill` and `load`. */
  parts: Record<string, number>;
  load: number;
  capacity: number;
}

/** Why it was this agent: everybody who could have served, and why the others could not. */
export interface DecisionView {
  conversationId: string;
  offerId: string | null;
  at: Instant;
  queue: string;
  policy: string;
  policyVersion: number;
  chosen: AgentSummary | null;
  ring: number;
  candidates: DecisionCandidate[];
  rejected: { agentId: string; because: string }[];
  rejectedCounts: Record<string, number>;
}

export interface Decisions {
  items: DecisionView[];
  /** What would be decided now, while it waits. */
  waiting: DecisionView | null;
  /** Goes into `before` for the next page; null at the end. */
  next: number | null;
}

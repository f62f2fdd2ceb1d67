/** What tickets say of themselves: the ticket part of docs/wire.md. */
import type { Priority } from './routing';
import type { AgentSummary, AttachmentView, Author, Instant } from './wire';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type FieldValues = Record<string, Json>;

/** What a state means, whatever a tenant calls it. `pending` waits for the requester, `onHold` for somebody else. */
export const stateCategories = ['new', 'open', 'pending', 'onHold', 'solved', 'closed'] as const;
export type StateCategory = (typeof stateCategories)[number];

/** One version of something that the desk defines; versions never change. */
export interface DefinitionRef {
  id: string;
  version: number;
}

export interface TicketRequester {
  visitorId: string | null;
  name: string;
  email: string | null;
}

export interface TriggerView {
  trigger: string;
  name: string;
  toState: string;
}

/** What the other ticket is to this one. */
export const linkKinds = ['parentOf', 'childOf', 'duplicateOf', 'duplicatedBy', 'relatedTo'] as const;
export type TicketLinkKind = (typeof linkKinds)[number];

export interface TicketLinkView {
  kind: TicketLinkKind;
  ticketId: string;
  number: number;
  subject: string;
}

export const slaMetrics = ['firstResponse', 'nextResponse', 'resolution'] as const;
export type SlaMetric = (typeof slaMetrics)[number];

/** One promise. Seconds are of the policy's calendar. */
export interface SlaClockView {
  metric: SlaMetric;
  policy: DefinitionRef;
  targetSeconds: number;
  /** At `asOf`. */
  usedSeconds: number;
  asOf: Instant;
  startedAt: Instant;
  /** Null while it is paused or over. */
  runningSince: Instant | null;
  dueAt: Instant | null;
  warnAt: Instant | null;
  warnedAt: Instant | null;
  breachedAt: Instant | null;
  metAt: Instant | null;
}

export type TicketStance = 'viewing' | 'editing';

export interface TicketPresence {
  agent: AgentSummary;
  stance: TicketStance;
}

export interface TicketTransferView {
  transferId: string;
  fromTeam: string;
  toTeam: string;
  startedAt: Instant;
}

export interface TicketView {
  ticketId: string;
  number: number;
  /** Seq of the last entry: of two views the one with the larger version is newer. */
  version: number;
  subject: string;
  team: string;
  assignee: AgentSummary | null;
  requester: TicketRequester | null;
  priority: Priority;
  state: string;
  category: StateCategory;
  lifecycle: DefinitionRef;
  /** What the reader may do from here; left out of pushes, which go to many readers. */
  triggers?: TriggerView[] | null;
  form: DefinitionRef;
  fields: FieldValues;
  tags: string[];
  watchers: AgentSummary[];
  links: TicketLinkView[];
  sla: SlaClockView[];
  conversation: string | null;
  mergedInto: string | null;
  /** While it is on its way to another team: it changes no more until it has arrived. */
  transfer: TicketTransferView | null;
  createdAt: Instant;
  createdBy: Author;
  updatedAt: Instant;
  solvedAt: Instant | null;
  present: TicketPresence[];
}

export interface TicketChange {
  /** `subject`, `priority`, `state`, `assignee`, `team`, `tags`, `watchers`, `form`, or `fields.name`. */
  field: string;
  from: Json;
  to: Json;
}

export type TicketEntryKind = 'created' | 'comment' | 'note' | 'changed' | 'state' | 'sla' | 'link' | 'merge' | 'split' | 'transfer' | 'undo';

/** One entry of the timeline: what one change did, or words. */
export interface TicketEntry {
  seq: number;
  at: Instant;
  by: Author;
  kind: TicketEntryKind;
  /** The words of a comment; the reason of a forced state. */
  text: string | null;
  attachments: AttachmentView[];
  changes: TicketChange[];
  macro: string | null;
  /** `FirstResponse warned`, another ticket's id, a team. */
  about: string | null;
}

export interface TimelinePage {
  entries: TicketEntry[];
  /** The reader is complete when it has this seq. */
  head: number;
}

/** One thing done to a ticket; people, macros and bulk runs speak in lists of these. */
export type TicketAction =
  | { kind: 'subject'; subject: string }
  | { kind: 'priority'; priority: Priority }
  /** A member replaces the field, null takes it away. */
  | { kind: 'fields'; fields: FieldValues }
  | { kind: 'addTags'; tags: string[] }
  | { kind: 'removeTags'; tags: string[] }
  /** Null for nobody; `me` in macros is whoever applies it. */
  | { kind: 'assign'; agent: string | null }
  | { kind: 'trigger'; trigger: string }
  | { kind: 'force'; state: string; reason: string }
  | { kind: 'comment'; text: string; public: boolean; attachments?: string[] | null }
  /** Null for oneself. */
  | { kind: 'watch'; agent: string | null }
  | { kind: 'unwatch'; agent: string | null }
  | { kind: 'upgradeForm'; toVersion: number; fields?: FieldValues | null };

export type TicketActionKind = TicketAction['kind'];

export interface TicketApplied {
  ticket: TicketView;
  duplicate: boolean;
}

export interface CreateTicket {
  /** From `POST /tickets/ids`: makes a retry safe. */
  ticketId?: string;
  team: string;
  subject: string;
  priority?: Priority;
  form?: string | null;
  fields?: FieldValues;
  requester?: TicketRequester | null;
  conversation?: string | null;
  comment?: { text: string; public: boolean; attachments?: string[] };
  tags?: string[];
  assignee?: string | null;
}

export interface TicketSagaView {
  sagaId: string;
  kind: 'transfer' | 'merge' | 'split';
  status: 'running' | 'done' | 'undoing' | 'undone';
  /** All tickets that take part; the new one of a split is among them. */
  ticketIds: string[];
  by: Author;
  startedAt: Instant;
  endedAt: Instant | null;
  undoUntil: Instant | null;
  /** Why it was undone by itself. */
  why: string | null;
}

export interface TransferTicket {
  toTeam: string;
  toAgent?: string | null;
  form?: string | null;
  fields?: FieldValues | null;
  note?: string | null;
}

export interface BulkFailure {
  ticketId: string;
  /** Name or number of docs/errors.md. */
  code: string | number;
  why: string;
}

export interface BulkRunView {
  bulkId: string;
  by: Author;
  startedAt: Instant;
  endedAt: Instant | null;
  cancelled: boolean;
  total: number;
  done: number;
  failedCount: number;
  failed: BulkFailure[];
}

export interface Draft {
  /** `ticket/ID`, `conversation/ID` or `new`. */
  subject: string;
  kind: 'reply' | 'note';
  text: string;
  version: number;
  at: Instant;
}

export interface TicketEntryPush {
  ticketId: string;
  entry: TicketEntry;
}

export interface TicketPresencePush {
  ticketId: string;
  present: TicketPresence[];
}

/** Lists, search and audit of tickets: read models, at most a second behind. */
import type { ConversationRow } from './restTypes';
import type { Priority } from './routing';
import type { Json, StateCategory, TicketEntry } from './ticketTypes';
import type { Instant } from './wire';

/** Which tickets. What is absent or empty does not ask. */
export interface TicketFilter {
  categories?: StateCategory[] | null;
  states?: string[] | null;
  teams?: string[] | null;
  /** Agent ids; `none` for nobody, `me` in saved views for whoever looks. */
  assignees?: string[] | null;
  priorities?: Priority[] | null;
  /** All of them. */
  tags?: string[] | null;
  fields?: Record<string, Json> | null;
  watcher?: string | null;
  requester?: string | null;
  createdFrom?: Instant | null;
  createdTo?: Instant | null;
  updatedFrom?: Instant | null;
  updatedTo?: Instant | null;
  dueBefore?: Instant | null;
  breached?: boolean | null;
}

export const ticketOrders = ['updated', 'created', 'due', 'priority', 'number'] as const;
export type TicketOrder = (typeof ticketOrders)[number];

export interface TicketListQuery {
  filter: TicketFilter;
  order: TicketOrder;
  descending: boolean;
}

export interface TicketRow {
  ticketId: string;
  number: number;
  version: number;
  subject: string;
  team: string;
  assigneeId: string | null;
  assigneeName: string | null;
  requesterName: string | null;
  priority: Priority;
  state: string;
  category: StateCategory;
  tags: string[];
  /** When the first of its promises falls due; null when none runs. */
  nextDue: Instant | null;
  nextWarn: Instant | null;
  /** An unfinished promise is broken. */
  breached: boolean;
  createdAt: Instant;
  updatedAt: Instant;
  lastText: string | null;
}

export interface TicketListPage {
  items: TicketRow[];
  next: string | null;
  /** Where `changes` goes on from. */
  position: number;
}

export interface TicketChanges {
  changed: TicketRow[];
  /** Changed tickets that are not in the list; the client may never have had them. */
  gone: string[];
  position: number;
  /** The limit was reached: ask again at once. */
  more: boolean;
}

export interface TicketsMoved {
  position: number;
}

export interface SavedView {
  id: string;
  name: string;
  /** Agent id; null for shared. */
  owner: string | null;
  filterJson: TicketFilter;
  sortBy: TicketOrder;
  descending: boolean;
  columns: string[];
  /** Place among its like, from 0. */
  order: number;
}

/** Matches stand between these two in an excerpt. */
export const excerptMarks = { from: '\u0002', to: '\u0003' } as const;

export interface SearchHit {
  ticket: TicketRow | null;
  conversation: ConversationRow | null;
  excerpt: string;
  /** Where in its timeline, if it is a comment or message. */
  seq: number | null;
}

export interface SearchRequest {
  text: string | null;
  filter?: TicketFilter | null;
  conversations: boolean;
  cursor?: string | null;
  limit: number;
}

export interface SearchPage {
  items: SearchHit[];
  next: string | null;
}

export interface AuditEntry {
  ticketId: string;
  number: number;
  subject: string;
  entry: TicketEntry;
}

export interface AuditPage {
  items: AuditEntry[];
  next: string | null;
}

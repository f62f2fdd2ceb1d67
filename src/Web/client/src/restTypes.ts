import type { ConversationStatus, Instant, StaffRole } from './wire';

export interface SignedIdentity {
  id: string;
  name?: string | undefined;
  email?: string | undefined;
  /** Lower-case hex of HMAC-SHA-256 over `id`, keyed with the site's secret. */
  hmac: string;
}

export interface VisitorSession {
  visitorId: string;
  name: string;
  token: string;
  expiresAt: Instant;
}

export interface SiteInfo {
  site: string;
  name: string;
}

export interface AgentSession {
  agentId: string;
  name: string;
  token: string;
  expiresAt: Instant;
  roles: StaffRole[];
}

export interface Me {
  agentId: string;
  name: string;
  tenant: string;
  tenantName: string;
  roles: StaffRole[];
  queues: string[];
}

/** A row of the read model: at most a second behind. */
export interface ConversationRow {
  conversationId: string;
  status: ConversationStatus;
  queue: string;
  visitorName: string;
  assigneeId: string | null;
  assigneeName: string | null;
  subject: string | null;
  lastText: string | null;
  lastAt: Instant | null;
  openedAt: Instant;
  waitingSince: Instant | null;
}

export interface Items<T> {
  items: T[];
  /** Cursor of the next page; null at the end. */
  next?: string | null;
}

export interface ConversationQuery {
  view: 'mine' | 'queue' | 'all';
  status?: ConversationStatus;
  queue?: string;
  agent?: string;
  cursor?: string;
  /** 1 to 100. */
  limit?: number;
}

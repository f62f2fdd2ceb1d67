import type { Priority } from './routing';

/** The shapes of docs/wire.md, version 1. Clients ignore members and enumeration values that they do not know. */

/** ISO 8601 in UTC. */
export type Instant = string;

export type ActorKind = 'visitor' | 'agent' | 'bot' | 'system';
export type MessageKind = 'text' | 'note' | 'file' | 'card' | 'event';
export type ConversationStatus = 'open' | 'queued' | 'offered' | 'assigned' | 'onHold' | 'resolved' | 'closed';
export type AgentStatus = 'offline' | 'available' | 'busy' | 'away';
export type StaffRole = 'agent' | 'supervisor' | 'admin';
export type EventName =
  | 'opened' | 'queued' | 'assigned' | 'held' | 'resumed' | 'transferred' | 'resolved' | 'reopened' | 'closed' | 'rated' | 'returned';

export interface Author {
  kind: ActorKind;
  id: string;
  name: string;
}

export interface AttachmentView {
  id: string;
  name: string;
  contentType: string;
  bytes: number;
  /** Pixels of its small picture; null without one. */
  previewWidth?: number | null;
  previewHeight?: number | null;
}

/** One visible entry of a conversation as one audience sees it. */
export interface MessageView {
  conversationId: string;
  /** Counts every entry of the conversation from 1, hidden ones included. */
  seq: number;
  clientMessageId: string | null;
  author: Author;
  kind: MessageKind;
  /** The words; for events an {@link EventName}. */
  text: string;
  /** Their bytes may be gone by now: a link is refused with 121 then. */
  attachments: AttachmentView[];
  at: Instant;
  /** Seq of the entry before it in this viewer's view; 0 for the first. */
  prev: number;
  /** Events only: the agent or queue concerned. */
  about?: string | null;
  /** Messages only: 13 characters, unique in the installation, sorting by time. Absent for what was stored before there were ids. */
  id?: string;
}

export interface VisitorSummary {
  id: string;
  name: string;
  verified: boolean;
  email: string | null;
}

export interface AgentSummary {
  id: string;
  name: string;
}

export interface LastMessage {
  seq: number;
  author: Author;
  kind: MessageKind;
  text: string;
  at: Instant;
}

export interface ConversationView {
  conversationId: string;
  status: ConversationStatus;
  queue: string;
  visitor: VisitorSummary;
  assignee: AgentSummary | null;
  subject: string | null;
  language: string | null;
  attributes: Record<string, string>;
  openedAt: Instant;
  waitingSince: Instant | null;
  /** Last seq in this viewer's view. */
  head: number;
  /** Of two views the one with the larger version is newer. */
  version: number;
  /** Place in the waiting line from 1, while queued and known. */
  position: number | null;
  etaSeconds: number | null;
  lastMessage: LastMessage | null;
  visitorReadSeq: number;
  staffReadSeq: number;
  /** 1 to 5 once rated. */
  score: number | null;
  /** One of the queue's topics, if said. */
  topic?: string | null;
  /** Set by staff; null leaves it to the topic and the queue. */
  priority?: Priority | null;
  /** While its queue is closed: when it opens again. */
  opensAt?: Instant | null;
}

export interface MessagePage {
  messages: MessageView[];
  head: number;
  conversation: ConversationView;
}

export interface Posted {
  seq: number;
  at: Instant;
  duplicate: boolean;
}

export interface WaitingConversation {
  conversationId: string;
  queue: string;
  visitor: VisitorSummary;
  subject: string | null;
  language: string | null;
  lastText: string | null;
  waitingSince: Instant;
  channel?: string;
  topic?: string | null;
  priority?: Priority | null;
}

/** `offerId` is `conversationId.n`. */
export interface OfferView {
  offerId: string;
  conversation: WaitingConversation;
  offeredAt: Instant;
  expiresAt: Instant;
  /** What it takes of the agent's capacity; null for one slot. */
  work?: { weight: number; interruptible: boolean } | null;
  /** How well the agent's skills fit, 0 to 1; null when nothing was asked. */
  skillMatch?: number | null;
}

export interface LoadView {
  status: AgentStatus;
  reason: string | null;
  since: Instant;
  load: number;
  capacity: number;
}

export interface InboxView extends LoadView {
  agentId: string;
  name: string;
  conversations: ConversationView[];
  offers: OfferView[];
  /** The feed number this picture includes: the next event has one more. */
  feed: number;
}

export interface TypingPush {
  conversationId: string;
  author: Author;
  preview: string | null;
}

export interface ReceiptPush {
  conversationId: string;
  reader: 'visitor' | 'agent';
  seq: number;
}

export interface HeadPush {
  conversationId: string;
  head: number;
}

export interface GoAwayPush {
  /** 3000-3499: come back after `retryAfterMs`; 3500-3999: stay away. */
  code: number;
  reason: string;
  retryAfterMs: number;
}

export type InboxEvent =
  | { type: 'conversation'; conversation: ConversationView; feed: number | null }
  | { type: 'offer'; offer: OfferView; feed: number }
  | { type: 'offerWithdrawn'; offerId: string; reason: string; feed: number }
  | ({ type: 'load'; feed: number } & LoadView);

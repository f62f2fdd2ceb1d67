/** What a tenant has set up for its tickets. */
import type { Priority, WeeklyHours } from './routing';
import type { Json, SlaMetric, StateCategory, TicketAction } from './ticketTypes';
import type { Author, Instant, StaffRole } from './wire';

/** Display names by BCP 47 tag; `en` is always there. */
export type Names = Record<string, string>;

export interface Team {
  id: string;
  name: string;
  members: string[];
  lifecycle: string;
  /** Templates that may be filled here; the first is the default. */
  forms: string[];
  slaPolicy: string | null;
  hours: WeeklyHours | null;
}

export interface StateSpec {
  id: string;
  category: StateCategory;
  names: Names;
}

export const stateEvents = ['none', 'requesterWrote', 'staffAnswered', 'assigned', 'timePassed'] as const;
export type StateEvent = (typeof stateEvents)[number];

export const stateGuards = ['formComplete', 'hasAssignee', 'childrenSolved', 'answered'] as const;
export type StateGuard = (typeof stateGuards)[number];

export interface TransitionSpec {
  /** Empty for every state but `to`. */
  from: string[];
  trigger: string;
  to: string;
  names: Names;
  on: StateEvent;
  /** Who may call it; none for every agent of the team. */
  roles: StaffRole[];
  guards: StateGuard[] | null;
  /** With `timePassed`: 60 to 31,536,000. */
  afterSeconds: number | null;
}

export interface LifecycleSpec {
  name: string;
  initial: string;
  states: StateSpec[];
  transitions: TransitionSpec[];
}

/** The part of JSON Schema (draft 2020-12) that docs/forms.md lists. */
export interface JsonSchema {
  type?: string;
  title?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  enum?: Json[];
  const?: Json;
  format?: string;
  items?: JsonSchema;
  [keyword: string]: unknown;
}

export type FieldStepKind = 'rename' | 'drop' | 'default' | 'map';

/** One step of an upgrade, on a field of the first level. */
export interface FieldStep {
  kind: FieldStepKind;
  field: string;
  to?: string | null;
  value?: Json;
  map?: Record<string, Json> | null;
}

export interface FormSpec {
  name: string;
  schema: JsonSchema;
  hints: Record<string, unknown>;
  /** Visitors may fill it. */
  public: boolean;
  upgradeFrom: FieldStep[];
}

export interface UnfitTicket {
  ticketId: string;
  number: number;
  why: string;
}

export interface FormPublished {
  id: string;
  /** Null when it was only checked. */
  version: number | null;
  openTickets: number;
  unfit: UnfitTicket[];
}

export interface SlaTarget {
  metric: SlaMetric;
  /** Null for every priority that has no target of its own. */
  priority: Priority | null;
  seconds: number;
}

export interface SlaPolicySpec {
  name: string;
  targets: SlaTarget[];
  warnAtPercent: number;
}

export interface Macro {
  id: string;
  name: string;
  /** Where it is offered; empty for everywhere. */
  teams: string[];
  actions: TicketAction[];
}

export interface SavedReply {
  id: string;
  shortcut: string;
  name: string;
  text: string;
  language: string | null;
  teams: string[];
}

export interface NamedVersion<T> {
  id: string;
  version: number;
  spec: T;
}

export interface DeskView {
  teams: Team[];
  lifecycles: NamedVersion<LifecycleSpec>[];
  forms: NamedVersion<FormSpec>[];
  slaPolicies: NamedVersion<SlaPolicySpec>[];
  macros: Macro[];
  replies: SavedReply[];
}

export interface VersionSummary {
  version: number;
  at: Instant;
  by: Author;
  note: string | null;
}

export type DeskFolder = 'teams' | 'lifecycles' | 'forms' | 'sla-policies' | 'macros' | 'replies';
export type VersionedFolder = 'lifecycles' | 'forms' | 'sla-policies';

import type { ConversationRow, ConversationStatus, ConversationView } from '@grainline/client';
import { answerWithinMs } from '../common/waiting';

/** One line of the list, whether it comes from the live inbox or from the read model. */
export interface ListRow {
  id: string;
  name: string;
  text: string;
  status: ConversationStatus;
  queue: string;
  assignee: { id: string; name: string } | null;
  /** Since when somebody waits for an answer; null when nobody does. */
  waiting: string | null;
  lastAt: string;
  unread: number;
}

const over = (status: ConversationStatus) => status === 'resolved' || status === 'closed';

/** `unanswered` is what the transcript says of it, where it is at hand; the view alone knows only the last message. */
export function rowOfView(c: ConversationView, unread: number, unanswered = unansweredInView(c)): ListRow {
  const last = c.lastMessage;
  return {
    id: c.conversationId,
    name: c.visitor.name,
    text: last?.text ?? c.subject ?? '',
    status: c.status,
    queue: c.queue,
    assignee: c.assignee,
    waiting: over(c.status) || c.status === 'onHold' ? null : (c.waitingSince ?? unanswered),
    lastAt: last?.at ?? c.openedAt,
    unread,
  };
}

const unansweredInView = ({ lastMessage }: ConversationView): string | null => (lastMessage?.author.kind === 'visitor' ? lastMessage.at : null);

export function rowOfRow(r: ConversationRow): ListRow {
  return {
    id: r.conversationId,
    name: r.visitorName,
    text: r.lastText ?? r.subject ?? '',
    status: r.status,
    queue: r.queue,
    assignee: r.assigneeId ? { id: r.assigneeId, name: r.assigneeName ?? r.assigneeId } : null,
    waiting: over(r.status) ? null : r.waitingSince,
    lastAt: r.lastAt ?? r.openedAt,
    unread: 0,
  };
}

/** Who has waited longest stands first, which puts the overdue before all; those who wait for nothing follow, newest first. */
export function byUrgency(a: ListRow, b: ListRow): number {
  if (a.waiting && b.waiting) return a.waiting < b.waiting ? -1 : a.waiting > b.waiting ? 1 : a.id.localeCompare(b.id);
  if (a.waiting || b.waiting) return a.waiting ? -1 : 1;
  return a.lastAt > b.lastAt ? -1 : a.lastAt < b.lastAt ? 1 : a.id.localeCompare(b.id);
}

export const overdue = (rows: readonly ListRow[], now: number): ListRow[] =>
  rows.filter((r) => r.waiting !== null && now - Date.parse(r.waiting) >= answerWithinMs).sort(byUrgency);

export interface Filters {
  text: string;
  queue: string | null;
  status: ConversationStatus | null;
}

export const noFilters: Filters = { text: '', queue: null, status: null };

export const filtering = (f: Filters): boolean => f.text.trim() !== '' || f.queue !== null || f.status !== null;

export function matches(row: ListRow, f: Filters): boolean {
  if (f.queue !== null && row.queue !== f.queue) return false;
  if (f.status !== null && row.status !== f.status) return false;
  const words = f.text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const hay = `${row.name}\n${row.text}\n${row.assignee?.name ?? ''}\n${row.id}`.toLowerCase();
  return words.every((w) => hay.includes(w));
}

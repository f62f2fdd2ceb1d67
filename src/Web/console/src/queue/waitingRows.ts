import type { QueuedConversation, QueueView } from '@grainline/client';

export interface WaitingRow extends QueuedConversation {
  queue: QueueView;
  /** Place in its own queue's line, from 1. */
  place: number;
  topicName: string | null;
}

/** The lines of the chosen queue, or of all: each in its own order, lines with the longest wait first. */
export function waitingRows(queues: readonly QueueView[], chosen: string | null): WaitingRow[] {
  return queues
    .filter((q) => chosen === null || q.queueId === chosen)
    .toSorted((a, b) => (a.longestSince ?? '~').localeCompare(b.longestSince ?? '~') || a.queueId.localeCompare(b.queueId))
    .flatMap((queue) => (queue.line ?? []).map((c, i) => ({ ...c, queue, place: i + 1, topicName: topicName(queue, c.topic) })));
}

/** A topic's display name; its id where the queue does not know it any more. */
export const topicName = (queue: QueueView | undefined, topic: string | null | undefined): string | null =>
  topic ? (queue?.profile.topics?.find((x) => x.id === topic)?.name ?? topic) : null;

import type { MessageView } from '@grainline/client';

/** When the visitor began to wait for an answer: the first of its messages after the last word of staff. Notes are no answer. Null when nobody waits. */
export function unansweredSince(messages: readonly MessageView[]): string | null {
  let since: string | null = null;
  for (let i = messages.length - 1; i >= 0; i--) {
    const m = messages[i];
    if (!m || m.kind === 'event' || m.kind === 'note') continue;
    if (m.author.kind !== 'visitor') break;
    since = m.at;
  }
  return since;
}

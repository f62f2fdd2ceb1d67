import { wordsOf, type ConversationView, type GrainlineAgent } from '@grainline/client';
import { rowOfView, type ListRow } from './rows';
import { unansweredSince } from './unanswered';

/** The row of a live conversation: by its transcript where that is loaded, by its view alone otherwise. */
export function rowFor(view: ConversationView, agent: GrainlineAgent): ListRow {
  const thread = agent.threads.find((x) => x.conversationId === view.conversationId);
  if (thread?.loaded) {
    const said = thread.log.messages.findLast((m) => m.kind !== 'event');
    return rowOfView(said ? { ...view, lastMessage: { ...said, text: wordsOf(said) } } : view, thread.log.unread, unansweredSince(thread.log.messages));
  }
  const last = view.lastMessage;
  return rowOfView(view, last?.author.kind === 'visitor' && last.seq > view.staffReadSeq ? 1 : 0);
}

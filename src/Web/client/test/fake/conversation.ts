import type { Author, ConversationView, MessagePage, MessageView, Posted } from '../../src/index';

interface Entry extends Omit<MessageView, 'prev'> { hidden: boolean }

/** The server's truth about one conversation, with entries that visitors do not see. */
export class FakeConversation {
  readonly entries: Entry[] = [];
  status: ConversationView['status'] = 'assigned';
  visitorReadSeq = 0;
  staffReadSeq = 0;

  constructor(readonly id: string) {}

  /** What a visitor should end up with. */
  get visible(): Entry[] { return this.entries.filter((e) => !e.hidden); }
  get head(): number { return this.visible.at(-1)?.seq ?? 0; }

  post(author: Author, clientMessageId: string | null, text: string, hidden = false): Posted {
    const known = clientMessageId === null ? undefined : this.entries.find((e) => e.clientMessageId === clientMessageId);
    if (known) return { seq: known.seq, at: known.at, duplicate: true };
    const entry: Entry = { conversationId: this.id, seq: this.entries.length + 1, clientMessageId, author, kind: hidden ? 'note' : 'text', text,
      attachments: [], at: new Date(1_700_000_000_000 + this.entries.length * 1000).toISOString(), hidden };
    this.entries.push(entry);
    return { seq: entry.seq, at: entry.at, duplicate: false };
  }

  message(seq: number): MessageView {
    const index = this.visible.findIndex((e) => e.seq === seq);
    const { hidden: _, ...entry } = this.visible[index]!;
    return { ...entry, prev: this.visible[index - 1]?.seq ?? 0 };
  }

  page(after: number, limit: number): MessagePage {
    const messages = this.visible.filter((e) => e.seq > after).slice(0, limit).map((e) => this.message(e.seq));
    return { messages, head: this.head, conversation: this.view() };
  }

  view(): ConversationView {
    return { conversationId: this.id, status: this.status, queue: 'support', visitor: { id: 'v', name: 'Vera', verified: false, email: null },
      assignee: { id: 'amy', name: 'Amy' }, subject: null, language: null, attributes: {}, openedAt: new Date(0).toISOString(), waitingSince: null,
      head: this.head, version: this.entries.length, position: null, etaSeconds: null, lastMessage: null,
      visitorReadSeq: this.visitorReadSeq, staffReadSeq: this.staffReadSeq, score: null };
  }
}

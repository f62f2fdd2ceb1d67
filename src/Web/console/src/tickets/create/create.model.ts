import type { ConversationView, CreateTicket, DeskView, FieldValues, FormSpec, NamedVersion, Priority, Team } from '@grainline/client';
import { carried } from '../forms/form.model';

/** What somebody types for a new ticket. */
export interface NewTicket {
  team: string | null;
  form: string | null;
  subject: string;
  priority: Priority;
  requesterName: string;
  requesterEmail: string;
  visitorId: string | null;
  conversation: string | null;
  fields: FieldValues;
  words: string;
}

export const emptyTicket: NewTicket = {
  team: null,
  form: null,
  subject: '',
  priority: 'normal',
  requesterName: '',
  requesterEmail: '',
  visitorId: null,
  conversation: null,
  fields: {},
  words: '',
};

const subjectLength = 200;

/** What a conversation says of the ticket that comes from it. */
export function fromConversation(c: ConversationView): Partial<NewTicket> {
  const subject = c.subject ?? (c.lastMessage?.author.kind === 'visitor' ? c.lastMessage.text : '');
  return {
    subject: (subject.split('\n')[0] ?? '').slice(0, subjectLength),
    requesterName: c.visitor.name,
    requesterEmail: c.visitor.email ?? '',
    visitorId: c.visitor.id,
    conversation: c.conversationId,
    priority: c.priority ?? 'normal',
  };
}

/** The form that is filled: the chosen one if the team has it, else its first. */
export function formOf(desk: DeskView, team: Team | undefined, chosen: string | null): NamedVersion<FormSpec> | undefined {
  const id = chosen !== null && team?.forms.includes(chosen) ? chosen : team?.forms[0];
  return desk.forms.find((f) => f.id === id);
}

export function ticketOf(d: NewTicket, ticketId: string, team: string, form: string | null, tags: string[]): CreateTicket {
  const name = d.requesterName.trim();
  const email = d.requesterEmail.trim();
  const words = d.words.trim();
  return {
    ticketId,
    team,
    subject: d.subject.trim(),
    priority: d.priority,
    form,
    fields: d.fields,
    requester: name || email || d.visitorId ? { visitorId: d.visitorId, name: name || email, email: email || null } : null,
    conversation: d.conversation,
    ...(words ? { comment: { text: words, public: true } } : {}),
    tags,
  };
}

/** Fields of one form that another has a place for, when the choice changes. */
export const kept = (values: FieldValues, form: NamedVersion<FormSpec> | undefined): FieldValues => (form ? carried(values, form.spec) : {});

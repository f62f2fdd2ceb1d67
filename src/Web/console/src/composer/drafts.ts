export interface Draft {
  tab: 'reply' | 'note';
  reply: string;
  note: string;
}

const prefix = 'grainline.draft.';
export const emptyDraft: Draft = { tab: 'reply', reply: '', note: '' };

/** Drafts belong to an agent: two people may use one browser. */
const keyOf = (agentId: string, conversationId: string) => `${prefix}${agentId}.${conversationId}`;

export function loadDraft(agentId: string, conversationId: string): Draft {
  const stored = localStorage.getItem(keyOf(agentId, conversationId));
  if (stored === null) return emptyDraft;
  const d = JSON.parse(stored) as Partial<Draft>;
  return { tab: d.tab === 'note' ? 'note' : 'reply', reply: d.reply ?? '', note: d.note ?? '' };
}

export function saveDraft(agentId: string, conversationId: string, draft: Draft): void {
  if (draft.reply === '' && draft.note === '') localStorage.removeItem(keyOf(agentId, conversationId));
  else localStorage.setItem(keyOf(agentId, conversationId), JSON.stringify(draft));
}

import { local, readJson } from '../common/stored';

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
  const d = readJson<Draft>(local, keyOf(agentId, conversationId));
  if (d === null) return emptyDraft;
  return { tab: d.tab === 'note' ? 'note' : 'reply', reply: d.reply ?? '', note: d.note ?? '' };
}

export function saveDraft(agentId: string, conversationId: string, draft: Draft): void {
  if (draft.reply === '' && draft.note === '') local.removeItem(keyOf(agentId, conversationId));
  else local.setItem(keyOf(agentId, conversationId), JSON.stringify(draft));
}

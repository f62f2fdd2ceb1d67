import type { ConversationView, StaffRole } from '@grainline/client';

export type Blocked = 'resolved' | 'closed' | 'notYours' | 'unassigned';

/** Why a reply or a note may not be written here; null when it may. The server decides again. */
export function blockedBy(c: ConversationView, me: { agentId: string; roles: readonly StaffRole[] }, tab: 'reply' | 'note'): Blocked | null {
  if (c.status === 'closed') return 'closed';
  const senior = me.roles.includes('supervisor') || me.roles.includes('admin');
  if (tab === 'note') return null;
  if (c.status === 'resolved') return 'resolved';
  if (senior || c.assignee?.id === me.agentId) return null;
  return c.assignee ? 'notYours' : 'unassigned';
}

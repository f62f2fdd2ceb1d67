import type { KeyPress } from '../shortcuts/keys';

export type ListCommand = 'next' | 'previous' | 'extendNext' | 'extendPrevious' | 'open' | 'pick' | 'clear' | 'search';
export type PageCommand = 'next' | 'previous' | 'reply' | 'note' | 'macro' | 'transfer' | 'back';

const plain = (e: KeyPress) => !e.isComposing && e.keyCode !== 229 && !e.ctrlKey && !e.metaKey && !e.altKey;

/** What a key means in the list. `idle`: nothing has the focus for which Enter or arrows would mean something else. */
export function listCommand(e: KeyPress, writing: boolean, idle: boolean): ListCommand | null {
  if (writing || !plain(e)) return null;
  const key = e.key.toLowerCase();
  if (key === 'j' || (idle && key === 'arrowdown')) return e.shiftKey ? 'extendNext' : 'next';
  if (key === 'k' || (idle && key === 'arrowup')) return e.shiftKey ? 'extendPrevious' : 'previous';
  if (key === 'x') return 'pick';
  if (key === '/') return 'search';
  if (key === 'escape') return 'clear';
  return key === 'enter' && idle ? 'open' : null;
}

const onPage: Record<string, PageCommand> = { j: 'next', k: 'previous', r: 'reply', n: 'note', m: 'macro', t: 'transfer', escape: 'back' };

/** What a key means on a ticket's page. */
export const pageCommand = (e: KeyPress, writing: boolean): PageCommand | null =>
  writing || !plain(e) ? null : (onPage[e.key.toLowerCase()] ?? null);

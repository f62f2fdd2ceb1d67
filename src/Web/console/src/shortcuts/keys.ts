export type Command =
  | {
      name:
        'next' | 'previous' | 'reply' | 'note' | 'transfer' | 'hold' | 'resolve' | 'accept' | 'decline' | 'search' | 'palette' | 'help' | 'details';
    }
  | { name: 'nth'; index: number };

export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
  keyCode: number;
}

const single: Record<string, Command['name']> = {
  j: 'next',
  k: 'previous',
  r: 'reply',
  n: 'note',
  t: 'transfer',
  h: 'hold',
  e: 'resolve',
  a: 'accept',
  i: 'details',
  '/': 'search',
  '?': 'help',
  escape: 'decline',
};

/** What a key means. Single keys mean nothing while somebody writes; nothing means anything while an input method composes. */
export function commandOf(e: KeyPress, writing: boolean): Command | null {
  if (e.isComposing || e.keyCode === 229) return null;
  if ((e.ctrlKey || e.metaKey) && !e.altKey && e.key.toLowerCase() === 'k') return { name: 'palette' };
  // The code, not the key: with Alt a Mac types symbols.
  const digit = /^Digit([1-9])$/.exec(e.code);
  if (e.altKey && !e.ctrlKey && !e.metaKey && digit) return { name: 'nth', index: Number(digit[1]) - 1 };
  if (writing || e.ctrlKey || e.metaKey || e.altKey) return null;
  const name = single[e.key.toLowerCase()];
  return name ? ({ name } as Command) : null;
}

/** True where single keys are text or steer a control of their own. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest(
      'input, textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"], [role="dialog"][aria-modal="true"], [data-keys="own"]',
    ) !== null
  );
}

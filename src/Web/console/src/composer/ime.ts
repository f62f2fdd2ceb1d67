/** The part of a keyboard event that decides; React's `nativeEvent` has it. */
export interface EnterPress {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  keyCode: number;
}

/**
 * Enter sends, except while an input method is choosing characters. `isComposing` is false in Safari for the very key that ends the composition; its keyCode is 229
 * there, so both are asked. `composing` is what compositionstart and compositionend say, for browsers that tell neither.
 */
export function sends(e: EnterPress, composing: boolean): boolean {
  return e.key === 'Enter' && !e.shiftKey && !e.altKey && !e.isComposing && e.keyCode !== 229 && !composing;
}

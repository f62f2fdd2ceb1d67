/** What a sign before the caret asks for: `/` a saved reply, `@` a colleague, `#` a macro. */
export type CompletionKind = 'reply' | 'mention' | 'macro';

export interface Completion {
  kind: CompletionKind;
  /** What was typed after the sign. */
  query: string;
  /** Where the sign stands. */
  from: number;
}

const kinds: Record<string, CompletionKind> = { '/': 'reply', '@': 'mention', '#': 'macro' };

/** A sign counts at the beginning and after white space only: addresses, fractions and colours are text. */
export function completionAt(text: string, caret: number): Completion | null {
  const found = /(^|[\s，。；：（])([/@#])([\p{L}\p{N}._-]*)$/u.exec(text.slice(0, caret));
  const kind = found && kinds[found[2] ?? ''];
  return kind ? { kind, query: found[3] ?? '', from: caret - (found[3] ?? '').length - 1 } : null;
}

export interface Choice {
  key: string;
  label: string;
  detail: string;
  /** What comes in place of the sign and the query; empty where something happens instead. */
  text: string;
}

/** Those that begin with the query, then those that have it in them; at most eight. */
export function matching(choices: readonly Choice[], query: string): Choice[] {
  const q = query.toLowerCase();
  const hay = (c: Choice) => `${c.label} ${c.key}`.toLowerCase();
  const begins = choices.filter((c) => c.label.toLowerCase().startsWith(q) || c.key.toLowerCase().startsWith(q));
  return [...begins, ...choices.filter((c) => !begins.includes(c) && hay(c).includes(q))].slice(0, 8);
}

/** Puts the words of a choice where the sign was; answers the text and where the caret goes. */
export function completed(text: string, caret: number, { from }: Completion, words: string): { text: string; caret: number } {
  const space = words === '' || /\s$/.test(words) ? '' : ' ';
  return { text: text.slice(0, from) + words + space + text.slice(caret), caret: from + words.length + space.length };
}

/** Fills `{{requester.name}}` and the like; what is not known stays as it is, so that it is seen before it is sent. */
export function fillPlaceholders(text: string, values: Record<string, string | undefined>): string {
  return text.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (whole, name: string) => values[name] ?? whole);
}

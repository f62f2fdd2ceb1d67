import { useState, type KeyboardEvent, type RefObject } from 'react';
import { completed, completionAt, matching, type Choice, type Completion, type CompletionKind } from './completion';

interface Options {
  box: RefObject<HTMLTextAreaElement | null>;
  choices: Record<CompletionKind, Choice[]>;
  text: string;
  write(text: string): void;
  /** A macro was chosen: nothing is written, something is done. */
  run(choice: Choice): void;
}

/** Completes what a sign begins, as the caret moves. */
export function useCompletion({ box, choices, text, write, run }: Options) {
  const [open, setOpen] = useState<Completion | null>(null);
  const [at, setAt] = useState(0);
  const found = open ? matching(choices[open.kind], open.query) : [];
  // A sign that nothing fits is text, but for its bare self: that shows what there is.
  const shown = open !== null && (found.length > 0 || open.query === '');

  const look = (value: string, caret: number) => {
    const next = completionAt(value, caret);
    setOpen(next);
    if (next?.query !== open?.query) setAt(0);
  };

  function choose(choice: Choice) {
    if (!open) return;
    const caret = box.current?.selectionStart ?? text.length;
    const next = completed(text, caret, open, choice.text);
    write(next.text);
    if (open.kind === 'macro') run(choice);
    setOpen(null);
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(next.caret, next.caret);
    });
  }

  /** Whether the key was for the menu. */
  function onKeyDown(e: KeyboardEvent): boolean {
    if (!shown || e.nativeEvent.isComposing || e.keyCode === 229) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    const current = found[Math.min(at, found.length - 1)];
    if (step !== undefined && found.length > 0) setAt((at + step + found.length) % found.length);
    else if ((e.key === 'Enter' || e.key === 'Tab') && current && !e.ctrlKey && !e.metaKey) choose(current);
    else if (e.key === 'Escape') setOpen(null);
    else return false;
    e.preventDefault();
    e.stopPropagation();
    return true;
  }

  return {
    kind: shown ? open.kind : null,
    found,
    at: Math.min(at, Math.max(0, found.length - 1)),
    setAt,
    look,
    choose,
    onKeyDown,
    close: () => setOpen(null),
  };
}

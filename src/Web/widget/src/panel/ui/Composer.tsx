import type { AttachmentView } from '@grainline/client';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useAround } from './context';
import { Icon } from './icons';
import { ClipButton, UploadRows } from './Uploads';
import { useUploads } from './useUploads';

export const textLimit = 8_000;
const countFrom = 7_500;

/** Enter sends, Shift+Enter breaks the line, and neither while an input method is composing: its Enter chooses a word. */
interface Props {
  hint?: string | undefined;
  disabled?: boolean;
  /** Somebody who has not written yet is nobody, and cannot send files. */
  mayAttach?: boolean;
  onSend(text: string, files?: AttachmentView[]): void;
}

export function Composer({ hint, disabled, mayAttach, onSend }: Props) {
  const { t, actions } = useAround();
  const [text, setText] = useState('');
  const { uploads, ready: allThere, add, remove, taken } = useUploads();
  const area = useRef<HTMLTextAreaElement>(null);
  const left = textLimit - text.length;
  const ready = (text.trim() !== '' || uploads.length > 0) && allThere && left >= 0 && !disabled;

  // Before the first paint, so that no key is lost.
  useLayoutEffect(() => { area.current?.focus({ preventScroll: true }); }, []);
  useLayoutEffect(() => {
    const a = area.current!;
    a.style.height = 'auto';
    a.style.height = `${Math.min(a.scrollHeight, 132)}px`;
  }, [text]);

  function send() {
    if (!ready) return;
    const files = uploads.flatMap((u) => u.attachment ?? []);
    if (files.length > 0) onSend(text.trim(), files);
    else onSend(text.trim());
    taken();
    setText('');
    area.current?.focus();
  }
  function onKeyDown(e: KeyboardEvent) {
    if (e.key !== 'Enter' || e.shiftKey || e.isComposing || e.keyCode === 229) return;
    e.preventDefault();
    send();
  }
  function onDrop(e: DragEvent) {
    if (!mayAttach || !e.dataTransfer?.files.length) return;
    e.preventDefault();
    add(e.dataTransfer.files);
  }
  function onPaste(e: ClipboardEvent) {
    const files = e.clipboardData?.files;
    // A copied table brings its picture along: whoever pastes words wants the words.
    if (!mayAttach || !files?.length || e.clipboardData!.types.includes('text/plain')) return;
    e.preventDefault();
    add(files);
  }
  function onInput(value: string) {
    setText(value);
    if (value.trim() !== '') actions.typing(value);
  }

  return (
    <form class="composer" onDragOver={(e) => { if (mayAttach) e.preventDefault(); }} onDrop={onDrop} onSubmit={(e) => { e.preventDefault(); send(); }}>
      {hint !== undefined && <p class="hint">{hint}</p>}
      <UploadRows uploads={uploads} remove={remove} />
      <div class="field">
        {mayAttach && !disabled && <ClipButton add={add} />}
        <textarea ref={area} rows={1} value={text} placeholder={t.placeholder} aria-label={t.placeholder} disabled={disabled ?? false} enterkeyhint="send"
          onInput={(e) => onInput(e.currentTarget.value)} onKeyDown={onKeyDown} onPaste={onPaste} />
        <button type="submit" class="go" aria-label={t.send} disabled={!ready}><Icon name="send" /></button>
      </div>
      {textLimit - left >= countFrom && <p class={`count ${left < 0 ? 'over' : ''}`} role="status">{t.left(left)}</p>}
    </form>
  );
}

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useAround } from './context';
import { Icon } from './icons';

export const textLimit = 8_000;
const countFrom = 7_500;

/** Enter sends, Shift+Enter breaks the line, and neither while an input method is composing: its Enter chooses a word. */
export function Composer({ hint, disabled, onSend }: { hint?: string | undefined; disabled?: boolean; onSend(text: string): void }) {
  const { t, actions } = useAround();
  const [text, setText] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  const left = textLimit - text.length;
  const ready = text.trim() !== '' && left >= 0 && !disabled;

  // Before the first paint, so that no key is lost.
  useLayoutEffect(() => { area.current?.focus({ preventScroll: true }); }, []);
  useLayoutEffect(() => {
    const a = area.current!;
    a.style.height = 'auto';
    a.style.height = `${Math.min(a.scrollHeight, 132)}px`;
  }, [text]);

  function send() {
    if (!ready) return;
    onSend(text.trim());
    setText('');
    area.current?.focus();
  }
  function onKeyDown(e: KeyboardEvent) {
    if (e.key !== 'Enter' || e.shiftKey || e.isComposing || e.keyCode === 229) return;
    e.preventDefault();
    send();
  }
  function onInput(value: string) {
    setText(value);
    if (value.trim() !== '') actions.typing(value);
  }

  return (
    <form class="composer" onSubmit={(e) => { e.preventDefault(); send(); }}>
      {hint !== undefined && <p class="hint">{hint}</p>}
      <div class="field">
        <textarea ref={area} rows={1} value={text} placeholder={t.placeholder} aria-label={t.placeholder} disabled={disabled ?? false} enterkeyhint="send"
          onInput={(e) => onInput(e.currentTarget.value)} onKeyDown={onKeyDown} />
        <button type="submit" class="go" aria-label={t.send} disabled={!ready}><Icon name="send" /></button>
      </div>
      {textLimit - left >= countFrom && <p class={`count ${left < 0 ? 'over' : ''}`} role="status">{t.left(left)}</p>}
    </form>
  );
}

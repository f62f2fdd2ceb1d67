import { Button, Input, Popover } from 'antd';
import { useRef, useState } from 'react';
import { useT } from '../i18n/language';

export const reasons = ['busy', 'skill', 'language', 'break'] as const;

interface Props {
  open: boolean;
  disabled: boolean;
  onOpen(open: boolean): void;
  onDecline(reason?: string): void;
}

/** Why not: a quick choice, own words, or nothing at all. What is said is kept with the conversation. */
export function DeclineMenu({ open, disabled, onOpen, onDecline }: Props) {
  const t = useT();
  const [words, setWords] = useState('');
  const first = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLFormElement>(null);
  function steer(e: React.KeyboardEvent) {
    if (e.key === 'Escape') {
      e.stopPropagation();
      e.preventDefault();
      onOpen(false);
    }
    const step = e.key === 'ArrowDown' ? 1 : e.key === 'ArrowUp' ? -1 : 0;
    const stops = [...(box.current?.querySelectorAll<HTMLElement>('button, input') ?? [])];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    if (step === 0 || at < 0) return;
    e.preventDefault();
    stops[(at + step + stops.length) % stops.length]?.focus();
  }
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      open={open && !disabled}
      onOpenChange={onOpen}
      afterOpenChange={(shown) => shown && first.current?.focus()}
      content={
        <form
          ref={box}
          className="decline"
          role="dialog"
          data-keys="own"
          aria-label={t.offer.why}
          onKeyDown={steer}
          onSubmit={(e) => {
            e.preventDefault();
            onDecline(words.trim() || undefined);
          }}
        >
          <p className="muted">{t.offer.why}</p>
          {reasons.map((reason, i) => (
            <button key={reason} ref={i === 0 ? first : undefined} type="button" className="decline-choice" onClick={() => onDecline(reason)}>
              {t.offer.reasons[reason]}
            </button>
          ))}
          <div className="decline-own">
            <Input
              size="small"
              maxLength={120}
              value={words}
              aria-label={t.offer.ownReason}
              placeholder={t.offer.ownReason}
              onChange={(e) => setWords(e.target.value)}
            />
            <Button size="small" htmlType="submit">
              {words.trim() ? t.offer.decline : t.status.noReason}
            </Button>
          </div>
        </form>
      }
    >
      <Button disabled={disabled} aria-keyshortcuts="Escape">
        {t.offer.decline} <kbd aria-hidden="true">Esc</kbd>
      </Button>
    </Popover>
  );
}

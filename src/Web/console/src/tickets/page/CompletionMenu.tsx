import { useEffect } from 'react';
import { useT } from '../../i18n/language';
import type { Choice, CompletionKind } from './completion';

interface Props {
  id: string;
  kind: CompletionKind;
  choices: Choice[];
  at: number;
  onAt(index: number): void;
  onChoose(choice: Choice): void;
}

/** What the sign before the caret may become. The focus stays in the text. */
export function CompletionMenu({ id, kind, choices, at, onAt, onChoose }: Props) {
  const t = useT();
  useEffect(() => document.getElementById(`${id}-${at}`)?.scrollIntoView?.({ block: 'nearest' }), [id, at]);
  return (
    <div className="completion" role="listbox" id={id} aria-label={t.compose.completes[kind]}>
      {choices.length === 0 && <p className="palette-none muted">{t.palette.empty}</p>}
      {choices.map((c, i) => (
        <div
          key={c.key}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === at}
          className="palette-entry"
          onMouseMove={() => onAt(i)}
          onMouseDown={(e) => {
            e.preventDefault();
            onChoose(c);
          }}
        >
          <span className="palette-label">{c.label}</span>
          <span className="palette-detail ellipsis muted">{c.detail}</span>
        </div>
      ))}
    </div>
  );
}

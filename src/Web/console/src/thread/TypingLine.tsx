import type { TypingPush } from '@grainline/client';
import { useT } from '../i18n/language';

/** Who types, and for visitors what they have typed so far. */
export function TypingLine({ typing }: { typing: TypingPush }) {
  const t = useT();
  return (
    <div className="typing-line">
      <span className="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span>{t.thread.typing(typing.author.name)}</span>
      {typing.preview && (
        <p className="typing-preview">
          {typing.preview} <em>{t.thread.preview}</em>
        </p>
      )}
    </div>
  );
}

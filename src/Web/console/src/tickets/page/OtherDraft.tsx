import { useT } from '../../i18n/language';

/** What the same person has written about this ticket in another browser. */
export function OtherDraft({ text, onUse, onDrop }: { text: string; onUse(): void; onDrop(): void }) {
  const t = useT();
  return (
    <div className="other-draft" role="status">
      <span>
        {t.compose.other} <q className="ellipsis">{text}</q>
      </span>
      <button type="button" className="link" onClick={onUse}>
        {t.compose.useOther}
      </button>
      <button type="button" className="link" onClick={onDrop}>
        {t.compose.dropOther}
      </button>
    </div>
  );
}

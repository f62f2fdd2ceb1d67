import { Button } from 'antd';
import { useT } from '../i18n/language';
import { useLink } from '../state/workspace';

interface Props {
  dirty: boolean;
  busy: boolean;
  /** How many fields are wrong, once somebody has tried to save. */
  wrong: number;
  onSave(): void;
  onDiscard(): void;
}

/** Stays in sight while something is not saved. */
export function SaveBar({ dirty, busy, wrong, onSave, onDiscard }: Props) {
  const t = useT();
  const online = useLink() === 'online';
  if (!dirty) return null;
  return (
    <div className="save-bar" role="region" aria-label={t.admin.unsaved}>
      <span className={wrong > 0 ? 'field-error' : 'muted'} role={wrong > 0 ? 'alert' : 'status'}>
        {wrong > 0 ? t.admin.wrong(wrong) : t.admin.unsaved}
      </span>
      <Button disabled={busy} onClick={onDiscard}>
        {t.edits.discard}
      </Button>
      <Button type="primary" loading={busy} disabled={!online} onClick={onSave}>
        {t.admin.save}
      </Button>
    </div>
  );
}

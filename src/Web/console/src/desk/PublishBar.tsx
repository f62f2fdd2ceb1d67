import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useT } from '../i18n/language';
import { Field } from '../session/Field';
import { useLink } from '../state/workspace';
import { Fault } from './Fault';

interface Props {
  dirty: boolean;
  wrong: boolean;
  busy: boolean;
  fault: string | null;
  /** More that can be done before. */
  more?: ReactNode;
  onDiscard(): void;
  onPublish(note: string | null): Promise<boolean>;
}

/** A change of rules is published as a version, with a note for those who read it later. */
export function PublishBar({ dirty, wrong, busy, fault, more, onDiscard, onPublish }: Props) {
  const t = useT();
  const online = useLink() === 'online';
  const [note, setNote] = useState('');
  async function publish() {
    if (await onPublish(note.trim() || null)) setNote('');
  }
  return (
    <section className="publish" aria-label={t.desk.nextVersion}>
      <Fault text={fault} />
      <Field label={t.policies.note} help={t.policies.noteHelp}>
        {(p) => <Input {...p} maxLength={1000} value={note} onChange={(e) => setNote(e.target.value)} />}
      </Field>
      <div className="form-actions">
        {more}
        {dirty && (
          <Button disabled={busy} onClick={onDiscard}>
            {t.edits.discard}
          </Button>
        )}
        <Button type="primary" loading={busy} disabled={!online || wrong || !dirty} onClick={() => void publish()}>
          {t.policies.publish}
        </Button>
      </div>
    </section>
  );
}

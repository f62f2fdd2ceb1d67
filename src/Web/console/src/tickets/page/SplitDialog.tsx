import { Alert, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { errorText } from '../../common/errorText';
import { useT } from '../../i18n/language';
import { Field } from '../../session/Field';
import { useWorkspace } from '../../state/workspace';
import { useSagas } from '../useSagas';
import { useTicket } from './context';

/** Some of the words go on in a ticket of their own. */
export function SplitDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const { agent } = useWorkspace();
  const { run } = useSagas();
  const { view, thread } = useTicket();
  const [sagaId] = useState(() => agent.newId());
  const [picked, setPicked] = useState<number[]>([]);
  const [subject, setSubject] = useState(view.subject);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const words = thread.entries.filter((e) => e.kind === 'comment' || e.kind === 'note');

  async function submit() {
    setBusy(true);
    setError(null);
    try {
      await run(
        () =>
          agent.tickets.split(
            view.ticketId,
            sagaId,
            picked.toSorted((a, b) => a - b),
            subject.trim(),
          ),
        sagaId,
        t.sagas.split(subject.trim()),
      );
      onClose();
    } catch (refusal) {
      setError(refusal);
      setBusy(false);
    }
  }

  return (
    <Modal
      open
      centered
      width={560}
      title={t.ticket.split}
      onCancel={onClose}
      onOk={() => void submit()}
      okText={t.ticket.splitDo}
      cancelText={t.app.cancel}
      okButtonProps={{ loading: busy, disabled: picked.length === 0 || subject.trim() === '' }}
    >
      <div className="dialog-form">
        {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error, t)} />}
        <Field label={t.ticket.splitSubject}>
          {(p) => <Input {...p} maxLength={200} value={subject} onChange={(e) => setSubject(e.target.value)} />}
        </Field>
        <Checkbox.Group className="split-choice" value={picked} onChange={setPicked} aria-label={t.ticket.splitWhich}>
          {words.map((e) => (
            <Checkbox key={e.seq} value={e.seq}>
              <strong>{e.by.name}</strong> <span className="muted">{(e.text ?? '').slice(0, 120)}</span>
            </Checkbox>
          ))}
        </Checkbox.Group>
      </div>
    </Modal>
  );
}

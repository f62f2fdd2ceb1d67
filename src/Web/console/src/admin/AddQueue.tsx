import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import { useT } from '../i18n/language';
import { Field } from '../session/Field';
import { slug } from '../session/setupRules';
import { useDirectory } from '../state/directory';
import { useWorkspace } from '../state/workspace';
import { isId } from './rules';
import { adminError } from './useSave';

/** A new queue needs a name; everything else has a usual value. */
export function AddQueue({ onClose, onAdded }: { onClose(): void; onAdded(queueId: string): void }) {
  const t = useT();
  const { agent } = useWorkspace();
  const { queues, refresh } = useDirectory();
  const [name, setName] = useState('');
  const [own, setOwn] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const id = own ?? slug(name);
  const badName = name.trim() === '' ? t.setup.required : undefined;
  const badId = !isId(id) ? t.admin.badId : queues.some((q) => q.queueId === id) ? t.errors[210] : undefined;

  async function submit() {
    setTried(true);
    if (badName || badId) return;
    setBusy(true);
    setError(null);
    try {
      await agent.authorized('/queues', { body: { queueId: id, name: name.trim() } });
      await refresh(agent);
      onAdded(id);
    } catch (refusal) {
      setError(refusal);
      setBusy(false);
    }
  }

  return (
    <Modal
      open
      centered
      width={440}
      title={t.admin.addQueue}
      onCancel={onClose}
      onOk={() => void submit()}
      okText={t.admin.add}
      cancelText={t.app.cancel}
      okButtonProps={{ loading: busy }}
    >
      <div className="dialog-form">
        {error !== null && <Alert type="error" showIcon role="alert" title={adminError(error)} />}
        <Field label={t.admin.name} error={tried ? badName : undefined}>
          {(p) => <Input {...p} autoFocus maxLength={120} value={name} onChange={(e) => setName(e.target.value)} />}
        </Field>
        <Field label={t.admin.id} error={tried ? badId : undefined} help={t.admin.idHelp}>
          {(p) => <Input {...p} maxLength={64} spellCheck={false} value={id} onChange={(e) => setOwn(e.target.value)} />}
        </Field>
      </div>
    </Modal>
  );
}

import { Alert, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { errorText } from '../../common/errorText';
import { useLanguage, useT } from '../../i18n/language';
import { Field } from '../../session/Field';
import { lifecycleOf, nameIn, useDesk } from '../../state/desk';
import { useTicket } from './context';

/** Any state, whatever the lifecycle says; the reason stands in the history. */
export function ForceDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const desk = useDesk();
  const { view, act } = useTicket();
  const [state, setState] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const states = (lifecycleOf(desk, view.team)?.states ?? []).filter((s) => s.id !== view.state);

  async function submit() {
    if (state === null || reason.trim() === '') return;
    setBusy(true);
    setError(null);
    if (await act([{ kind: 'force', state, reason: reason.trim() }], { base: view.version, onError: setError })) onClose();
    else setBusy(false);
  }

  return (
    <Modal
      open
      centered
      width={440}
      title={t.ticket.force}
      onCancel={onClose}
      onOk={() => void submit()}
      okText={t.ticket.forceDo}
      cancelText={t.app.cancel}
      okButtonProps={{ danger: true, loading: busy, disabled: state === null || reason.trim() === '' }}
    >
      <div className="dialog-form">
        {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error, t)} />}
        <p className="muted">{t.ticket.forceHelp}</p>
        <Field label={t.tickets.columns.state}>
          {(p) => (
            <Select {...p} value={state} options={states.map((s) => ({ value: s.id, label: nameIn(s.names, language, s.id) }))} onChange={setState} />
          )}
        </Field>
        <Field label={t.ticket.reason}>
          {(p) => (
            <Input.TextArea
              {...p}
              maxLength={1000}
              autoSize={{ minRows: 2, maxRows: 5 }}
              value={reason}
              onChange={(e) => setReason(e.target.value)}
            />
          )}
        </Field>
      </div>
    </Modal>
  );
}

import { linkKinds, type TicketLinkKind } from '@grainline/client';
import { Alert, Modal, Select } from 'antd';
import { useState } from 'react';
import { errorText } from '../../common/errorText';
import { useT } from '../../i18n/language';
import { Field } from '../../session/Field';
import { useWorkspace } from '../../state/workspace';
import { TicketSearch } from '../TicketSearch';
import { useTicket } from './context';

/** Another ticket, found by its number or words, and what it is to this one. */
export function LinkDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const { agent } = useWorkspace();
  const { view, thread } = useTicket();
  const [kind, setKind] = useState<TicketLinkKind>('relatedTo');
  const [other, setOther] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function submit() {
    if (other === null) return;
    setBusy(true);
    setError(null);
    try {
      thread.takeView(await agent.tickets.link(view.ticketId, kind, other));
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
      width={460}
      title={t.links.add}
      onCancel={onClose}
      onOk={() => void submit()}
      okText={t.links.link}
      cancelText={t.app.cancel}
      okButtonProps={{ loading: busy, disabled: other === null }}
    >
      <div className="dialog-form">
        {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error, t)} />}
        <Field label={t.links.kind}>
          {(p) => <Select {...p} value={kind} options={linkKinds.map((k) => ({ value: k, label: t.links.kinds[k] }))} onChange={setKind} />}
        </Field>
        <Field label={t.links.other} help={t.links.otherHelp}>
          {(p) => <TicketSearch {...p} value={other} without={[view.ticketId]} onChange={setOther} />}
        </Field>
      </div>
    </Modal>
  );
}

import type { TicketRow } from '@grainline/client';
import { Alert, Modal, Radio } from 'antd';
import { useState } from 'react';
import { errorText } from '../../common/errorText';
import { useT } from '../../i18n/language';
import { useWorkspace } from '../../state/workspace';
import { useTicketsUi } from '../ticketsUi';
import { useSagas } from '../useSagas';

/** Which of several tickets takes in the others. */
export function MergeDialog({ rows, onClose }: { rows: TicketRow[]; onClose(): void }) {
  const t = useT();
  const { agent } = useWorkspace();
  const { run } = useSagas();
  const pickAll = useTicketsUi((s) => s.pickAll);
  const [into, setInto] = useState(rows[0]?.ticketId ?? '');
  const [sagaId] = useState(() => agent.newId());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const target = rows.find((r) => r.ticketId === into);

  async function submit() {
    setBusy(true);
    setError(null);
    try {
      const others = rows.map((r) => r.ticketId).filter((id) => id !== into);
      await run(() => agent.tickets.merge(sagaId, others, into), sagaId, t.sagas.merged(rows.length, target?.number ?? 0));
      pickAll([]);
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
      width={520}
      title={t.bulk.mergeTitle(rows.length)}
      onCancel={onClose}
      onOk={() => void submit()}
      okText={t.bulk.merge}
      cancelText={t.app.cancel}
      okButtonProps={{ loading: busy, disabled: rows.length < 2 }}
    >
      <div className="dialog-form">
        {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error, t)} />}
        <p className="muted">{t.bulk.mergeHelp}</p>
        <Radio.Group className="merge-choice" aria-label={t.bulk.mergeInto} value={into} onChange={(e) => setInto(e.target.value as string)}>
          {rows.map((r) => (
            <Radio key={r.ticketId} value={r.ticketId}>
              <span className="num muted">#{r.number}</span> {r.subject}
            </Radio>
          ))}
        </Radio.Group>
      </div>
    </Modal>
  );
}

import type { SavedView } from '@grainline/client';
import { Alert, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { errorText } from '../../common/errorText';
import { useT } from '../../i18n/language';
import { Field } from '../../session/Field';
import { useWorkspace } from '../../state/workspace';
import { useTicketsUi } from '../ticketsUi';

interface Props {
  /** The view that is replaced; absent for a new one. */
  known: SavedView | undefined;
  count: number;
  onClose(): void;
  onSaved(view: SavedView): void;
}

/** The shown list under a name. Shared ones are for those who oversee. */
export function ViewDialog({ known, count, onClose, onSaved }: Props) {
  const t = useT();
  const { agent, session, senior } = useWorkspace();
  const { query, columns } = useTicketsUi();
  const [name, setName] = useState(known?.name ?? '');
  const [shared, setShared] = useState(known ? known.owner === null : false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function submit() {
    if (name.trim() === '') return;
    setBusy(true);
    setError(null);
    try {
      const view: SavedView = {
        id: known?.id ?? agent.newId(),
        name: name.trim(),
        owner: shared ? null : session.agentId,
        filterJson: query.filter,
        sortBy: query.order,
        descending: query.descending,
        columns,
        order: known?.order ?? count,
      };
      onSaved(await agent.tickets.saveView(view));
    } catch (refusal) {
      setError(refusal);
      setBusy(false);
    }
  }

  return (
    <Modal
      open
      centered
      width={420}
      title={known ? t.tickets.saveView : t.tickets.saveAsView}
      onCancel={onClose}
      onOk={() => void submit()}
      okText={t.admin.save}
      cancelText={t.app.cancel}
      okButtonProps={{ loading: busy, disabled: name.trim() === '' }}
    >
      <div className="dialog-form">
        {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error, t)} />}
        <Field label={t.admin.name}>
          {(p) => <Input {...p} autoFocus maxLength={80} value={name} onChange={(e) => setName(e.target.value)} onPressEnter={() => void submit()} />}
        </Field>
        {senior && (
          <Checkbox checked={shared} onChange={(e) => setShared(e.target.checked)}>
            {t.tickets.shareView}
          </Checkbox>
        )}
      </div>
    </Modal>
  );
}

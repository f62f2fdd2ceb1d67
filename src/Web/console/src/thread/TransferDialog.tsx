import type { AgentStatus } from '@grainline/client';
import { Alert, App, Input, Modal, Segmented, Select } from 'antd';
import { useEffect, useState } from 'react';
import { errorText } from '../common/errorText';
import { useT } from '../i18n/language';
import { Field } from '../session/Field';
import { useDirectory } from '../state/directory';
import { useUi } from '../state/ui';
import { useWorkspace } from '../state/workspace';

export default function TransferDialog() {
  const t = useT();
  const { agent, session } = useWorkspace();
  const { open, selected } = useUi();
  const { queues, agents, error: directoryError, refresh } = useDirectory();
  const { message } = App.useApp();
  const [kind, setKind] = useState<'agent' | 'queue'>('agent');
  const [target, setTarget] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => void refresh(agent), [agent, refresh]);
  const current = selected === null ? undefined : agent.inbox.conversation(selected);

  const options: { value: string; label: string; disabled: boolean; dot: AgentStatus | null }[] =
    kind === 'queue'
      ? queues.map((q) => ({ value: q.queueId, label: q.profile.name, disabled: false, dot: null }))
      : agents
          .filter((a) => a.agentId !== current?.assignee?.id)
          .map((a) => ({
            value: a.agentId,
            label: `${a.agentId === session.agentId ? t.list.you : a.name} · ${a.load >= a.capacity ? t.transfer.full : t.status[a.status]} · ${a.load}/${a.capacity}`,
            disabled: a.status !== 'available' || a.load >= a.capacity,
            dot: a.status,
          }));

  async function submit() {
    if (selected === null || target === null) return;
    setBusy(true);
    setError(null);
    try {
      await agent.transfer(selected, {
        ...(kind === 'agent' ? { toAgent: target } : { toQueue: target }),
        ...(note.trim() ? { note: note.trim() } : {}),
      });
      void message.success(t.actions.done.transferred);
      open(null);
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
      title={t.transfer.title}
      onCancel={() => open(null)}
      onOk={() => void submit()}
      okText={t.transfer.submit}
      cancelText={t.app.cancel}
      okButtonProps={{ disabled: target === null, loading: busy }}
    >
      <div className="dialog-form">
        {(error ?? directoryError) !== null && (
          <Alert type="error" showIcon title={error !== null ? errorText(error, t) : t.transfer.error} role="alert" />
        )}
        <Segmented<'agent' | 'queue'>
          block
          aria-label={t.transfer.to}
          value={kind}
          onChange={(value) => {
            setKind(value);
            setTarget(null);
          }}
          options={[
            { value: 'agent', label: t.transfer.agent },
            { value: 'queue', label: t.transfer.queue },
          ]}
        />
        <Field label={t.transfer.to}>
          {(p) => (
            <Select
              {...p}
              autoFocus
              showSearch={{ optionFilterProp: 'label' }}
              value={target}
              onChange={setTarget}
              options={options}
              placeholder={kind === 'agent' ? t.transfer.pickAgent : t.transfer.pickQueue}
              notFoundContent={t.transfer.nobody}
              optionRender={(o) => (
                <span className="option-line">
                  {o.data.dot && <span className="presence" data-status={o.data.dot} aria-hidden="true" />}
                  {o.label}
                </span>
              )}
            />
          )}
        </Field>
        <Field label={t.transfer.note} help={t.transfer.noteHelp}>
          {(p) => (
            <Input.TextArea {...p} value={note} onChange={(e) => setNote(e.target.value)} maxLength={1000} autoSize={{ minRows: 3, maxRows: 6 }} />
          )}
        </Field>
      </div>
    </Modal>
  );
}

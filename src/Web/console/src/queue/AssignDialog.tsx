import type { AgentSnapshot } from '@grainline/client';
import { Alert, App, Checkbox, Modal, Select } from 'antd';
import { useState } from 'react';
import { errorText } from '../common/errorText';
import { useT } from '../i18n/language';
import { Field } from '../session/Field';
import { useWorkspace } from '../state/workspace';

interface Props {
  conversationId: string;
  visitor: string;
  agents: AgentSnapshot[];
  onClose(): void;
}

/** A supervisor gives a conversation to somebody, asked or not. */
export function AssignDialog({ conversationId, visitor, agents, onClose }: Props) {
  const t = useT();
  const { agent } = useWorkspace();
  const { message } = App.useApp();
  const [target, setTarget] = useState<string | null>(null);
  const [force, setForce] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const free = (a: AgentSnapshot) => a.status === 'available' && a.load < a.capacity;
  const options = agents
    .toSorted((a, b) => Number(free(b)) - Number(free(a)) || a.load / a.capacity - b.load / b.capacity || a.name.localeCompare(b.name))
    .map((a) => ({
      value: a.agentId,
      label: `${a.name} · ${a.load >= a.capacity ? t.transfer.full : t.status[a.status]} · ${a.load}/${a.capacity}`,
      disabled: !force && !free(a),
      dot: a.status,
    }));

  async function submit() {
    if (target === null) return;
    setBusy(true);
    setError(null);
    try {
      await agent.assign(conversationId, target, force);
      void message.success(t.queues.assigned(visitor, agents.find((a) => a.agentId === target)?.name ?? target));
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
      width={440}
      title={t.queues.assignTitle(visitor)}
      onCancel={onClose}
      onOk={() => void submit()}
      okText={t.queues.assign}
      cancelText={t.app.cancel}
      okButtonProps={{ disabled: target === null, loading: busy }}
    >
      <div className="dialog-form">
        {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error, t)} />}
        <Field label={t.transfer.agent}>
          {(p) => (
            <Select
              {...p}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t.transfer.pickAgent}
              value={target}
              onChange={setTarget}
              options={options}
              notFoundContent={t.transfer.nobody}
              optionRender={(o) => (
                <span className="option-line">
                  <span className="presence" data-status={o.data.dot} aria-hidden="true" />
                  {o.label}
                </span>
              )}
            />
          )}
        </Field>
        <Checkbox
          checked={force}
          onChange={(e) => {
            setForce(e.target.checked);
            setTarget(null);
          }}
        >
          {t.queues.force}
          <span className="muted block">{t.queues.forceHelp}</span>
        </Checkbox>
      </div>
    </Modal>
  );
}

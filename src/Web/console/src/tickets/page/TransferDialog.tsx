import { ErrorCode, GrainlineError, type FieldValues } from '@grainline/client';
import { Alert, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { Errors } from '../../admin/rules';
import { errorText } from '../../common/errorText';
import { useT } from '../../i18n/language';
import { Field } from '../../session/Field';
import { teamName, useDesk } from '../../state/desk';
import { useDirectory } from '../../state/directory';
import { useWorkspace } from '../../state/workspace';
import { carried } from '../forms/form.model';
import { FormFields } from '../forms/FormFields';
import { useValidate } from '../forms/useValidate';
import { useSagas } from '../useSagas';
import { useTicket } from './context';
import { formErrors } from './FieldsCard';
import { arrivalForm } from './transfer.model';

/** To another department, with its form, promises and rules; what its form asks beyond the old one is asked here. */
export function TransferDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const { agent } = useWorkspace();
  const desk = useDesk();
  const agents = useDirectory((d) => d.agents);
  const { run } = useSagas();
  const { view } = useTicket();
  const [sagaId, setSagaId] = useState(() => agent.newId());
  const [toTeam, setTeam] = useState<string | null>(null);
  const [toAgent, setAgent] = useState<string | null>(null);
  const [form, setForm] = useState<string | null>(null);
  const [values, setValues] = useState<FieldValues>({});
  const [note, setNote] = useState('');
  const [server, setServer] = useState<Errors>({});
  const [busy, setBusy] = useState(false);
  const team = desk.teams.find((x) => x.id === toTeam);
  const arrives = team ? arrivalForm(desk, view, team, form) : null;
  const wrong = useValidate(arrives?.asks ? arrives.spec : null, values);

  function choose(id: string) {
    const next = desk.teams.find((x) => x.id === id);
    setTeam(id);
    setAgent(null);
    chooseForm(null, next);
  }
  function chooseForm(id: string | null, of = team) {
    setForm(id);
    setServer({});
    const next = of ? arrivalForm(desk, view, of, id) : null;
    setValues(next ? carried(view.fields, next.spec) : {});
  }

  async function submit() {
    if (toTeam === null) return;
    setBusy(true);
    setServer({});
    try {
      const to = { toTeam, toAgent, form: form ?? null, fields: arrives?.asks ? values : null, note: note.trim() || null };
      await run(() => agent.tickets.transfer(view.ticketId, sagaId, to), sagaId, t.sagas.transferred(teamName(desk, toTeam)));
      onClose();
    } catch (refusal) {
      setServer(formErrors(refusal, (e) => errorText(e, t)));
      // What was refused is over; a new attempt with other words is another transfer.
      if (GrainlineError.from(refusal).code === ErrorCode.fieldsInvalid) setSagaId(agent.newId());
      setBusy(false);
    }
  }

  const nameOf = (id: string) => agents.find((a) => a.agentId === id)?.name ?? id;
  return (
    <Modal
      open
      centered
      width={560}
      title={t.ticket.transfer}
      onCancel={onClose}
      onOk={() => void submit()}
      okText={t.transfer.submit}
      cancelText={t.app.cancel}
      okButtonProps={{ loading: busy, disabled: toTeam === null || Object.keys(wrong).length > 0 }}
    >
      <div className="dialog-form">
        {server[''] && <Alert type="error" showIcon role="alert" title={server['']} />}
        <Field label={t.ticket.toTeam}>
          {(p) => (
            <Select
              {...p}
              autoFocus
              showSearch={{ optionFilterProp: 'label' }}
              value={toTeam}
              options={desk.teams.filter((x) => x.id !== view.team).map((x) => ({ value: x.id, label: x.name }))}
              onChange={choose}
            />
          )}
        </Field>
        {team && (
          <Field label={t.ticket.toAgent}>
            {(p) => (
              <Select
                {...p}
                allowClear
                value={toAgent}
                placeholder={t.list.unassigned}
                options={team.members.map((id) => ({ value: id, label: nameOf(id) }))}
                onChange={(id) => setAgent(id ?? null)}
              />
            )}
          </Field>
        )}
        {team && arrives && team.forms.length > 1 && (
          <Field label={t.ticket.form}>
            {(p) => (
              <Select
                {...p}
                value={arrives.id}
                options={team.forms.map((id) => ({ value: id, label: desk.forms.find((f) => f.id === id)?.spec.name ?? id }))}
                onChange={(id) => chooseForm(id)}
              />
            )}
          </Field>
        )}
        {arrives?.asks && (
          <>
            <p className="muted">{t.ticket.otherForm(arrives.spec.name)}</p>
            {arrives.lost.length > 0 && <p className="muted">{t.ticket.lostFields(arrives.lost.join(', '))}</p>}
            <FormFields spec={arrives.spec} values={values} errors={{ ...wrong, ...server }} onChange={setValues} />
          </>
        )}
        <Field label={t.transfer.note} help={t.transfer.noteHelp}>
          {(p) => (
            <Input.TextArea {...p} value={note} onChange={(e) => setNote(e.target.value)} maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} />
          )}
        </Field>
      </div>
    </Modal>
  );
}

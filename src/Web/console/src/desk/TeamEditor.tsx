import type { Team } from '@grainline/client';
import { Input } from 'antd';
import { EditForm } from '../admin/EditForm';
import { SaveBar } from '../admin/SaveBar';
import { Section } from '../admin/Section';
import { hoursErrors } from '../hours/hours.model';
import { HoursEditor } from '../hours/HoursEditor';
import { useT } from '../i18n/language';
import { Field } from '../session/Field';
import { useDirectory } from '../state/directory';
import { useEdit } from '../state/edits';
import { useWorkspace } from '../state/workspace';
import { Fault } from './Fault';
import type { EditorProps } from './parts';
import { PickMany, PickOne } from './Pick';
import { useDeskSave } from './useDeskSave';

const none = '';

/** A department: who is in it, and by which rules its tickets live. */
export function TeamEditor({ id, desk, start }: EditorProps<Team>) {
  const t = useT();
  const { agent } = useWorkspace();
  const agents = useDirectory((d) => d.agents);
  const { busy, fault, save, saved } = useDeskSave();
  const { value: team, dirty, change, discard } = useEdit<Team>(`desk:teams:${id}`, start);
  const isNew = !desk.teams.some((x) => x.id === id);
  const put = (part: Partial<Team>) => change({ ...team, ...part });
  const errors = hoursErrors(team.hours, t);
  const wrong = Object.keys(errors).length + Number(team.name.trim() === '') + Number(team.forms.length === 0);
  const options = (items: { id: string; spec: { name: string } }[]) => items.map((i) => ({ value: i.id, label: i.spec.name }));

  async function submit() {
    if (wrong > 0) return;
    if (await save(saved(team.name), () => agent.desk.saveTeam(team))) discard();
  }

  return (
    <EditForm onSubmit={submit}>
      <Section title={t.admin.general}>
        <Field label={t.admin.name} error={team.name.trim() === '' ? t.setup.required : undefined}>
          {(p) => <Input {...p} maxLength={120} value={team.name} onChange={(e) => put({ name: e.target.value })} />}
        </Field>
        <PickMany
          label={t.desk.members}
          help={t.desk.membersHelp}
          value={team.members}
          options={agents.map((a) => ({ value: a.agentId, label: a.name }))}
          onChange={(members) => put({ members })}
        />
      </Section>
      <Section title={t.desk.rules} help={t.desk.rulesHelp}>
        <PickOne label={t.desk.lifecycle} value={team.lifecycle} options={options(desk.lifecycles)} onChange={(lifecycle) => put({ lifecycle })} />
        <PickMany
          label={t.desk.parts.forms}
          help={t.desk.formsHelp}
          value={team.forms}
          options={options(desk.forms)}
          onChange={(forms) => put({ forms })}
        />
        <PickOne
          label={t.desk.slaPolicy}
          value={team.slaPolicy ?? none}
          options={[{ value: none, label: t.desk.noPolicy }, ...options(desk.slaPolicies)]}
          onChange={(slaPolicy) => put({ slaPolicy: slaPolicy === none ? null : slaPolicy })}
        />
      </Section>
      <Section title={t.hours.label} help={t.desk.hoursHelp}>
        <HoursEditor value={team.hours} errors={errors} always={t.desk.aroundTheClock} onChange={(hours) => put({ hours })} />
      </Section>
      <Fault text={fault} />
      <SaveBar dirty={dirty || isNew} busy={busy} wrong={wrong} onSave={() => void submit()} onDiscard={discard} />
    </EditForm>
  );
}

import type { Macro } from '@grainline/client';
import { Input } from 'antd';
import { EditForm } from '../admin/EditForm';
import { SaveBar } from '../admin/SaveBar';
import { Section } from '../admin/Section';
import { useT } from '../i18n/language';
import { Field } from '../session/Field';
import { useEdit } from '../state/edits';
import { useWorkspace } from '../state/workspace';
import { ActionList } from './ActionList';
import { actionErrors } from './actions.model';
import { Fault } from './Fault';
import type { EditorProps } from './parts';
import { PickMany } from './Pick';
import { useDeskSave } from './useDeskSave';

/** Several actions under one name. */
export function MacroEditor({ id, desk, start }: EditorProps<Macro>) {
  const t = useT();
  const { agent } = useWorkspace();
  const { busy, fault, save, saved } = useDeskSave();
  const { value: macro, dirty, change, discard } = useEdit<Macro>(`desk:macros:${id}`, start);
  const isNew = !desk.macros.some((x) => x.id === id);
  const put = (part: Partial<Macro>) => change({ ...macro, ...part });
  const errors = actionErrors(macro.actions, t);
  const wrong = Object.keys(errors).length + Number(macro.name.trim() === '') + Number(macro.actions.length === 0);

  async function submit() {
    if (wrong > 0) return;
    if (await save(saved(macro.name), () => agent.desk.saveMacro(macro))) discard();
  }

  return (
    <EditForm onSubmit={submit}>
      <Section title={t.admin.general}>
        <Field label={t.admin.name}>
          {(p) => <Input {...p} maxLength={120} value={macro.name} onChange={(e) => put({ name: e.target.value })} />}
        </Field>
        <PickMany
          label={t.desk.parts.teams}
          help={t.desk.teamsHelp}
          value={macro.teams}
          options={desk.teams.map((x) => ({ value: x.id, label: x.name }))}
          onChange={(teams) => put({ teams })}
        />
      </Section>
      <Section title={t.desk.actions} help={t.desk.actionsHelp}>
        <ActionList desk={desk} value={macro.actions} errors={errors} onChange={(actions) => put({ actions })} />
      </Section>
      <Fault text={fault} />
      <SaveBar dirty={dirty || isNew} busy={busy} wrong={wrong} onSave={() => void submit()} onDiscard={discard} />
    </EditForm>
  );
}

import { ErrorCode, GrainlineError, type FormPublished, type FormSpec } from '@grainline/client';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { Tabs } from '../../admin/Tabs';
import { useT } from '../../i18n/language';
import { Field } from '../../session/Field';
import { useEdit } from '../../state/edits';
import { useLink, useWorkspace } from '../../state/workspace';
import { DeskVersions } from '../DeskVersions';
import { JsonField } from '../JsonField';
import type { EditorProps } from '../parts';
import { PublishBar } from '../PublishBar';
import { useDeskSave } from '../useDeskSave';
import { FieldsTable } from './FieldsTable';
import { FormPreview } from './FormPreview';
import { UnfitTickets } from './UnfitTickets';
import { UpgradeSteps } from './UpgradeSteps';

type Tab = 'fields' | 'source' | 'preview' | 'upgrade';

/** A template: its fields, how they look, and how older tickets become right by it. */
export function FormEditor({ id, desk, start }: EditorProps<FormSpec>) {
  const t = useT();
  const { agent } = useWorkspace();
  const online = useLink() === 'online';
  const { busy, fault, clearFault, save } = useDeskSave();
  const edit = useEdit<FormSpec>(`desk:forms:${id}`, start);
  const [tab, setTab] = useState<Tab>('fields');
  const [checked, setChecked] = useState<FormPublished | null>(null);
  const known = desk.forms.find((x) => x.id === id);
  const spec = edit.value;
  const change = (next: FormSpec) => {
    clearFault();
    setChecked(null);
    edit.change(next);
  };
  const check = () => save(null, async () => setChecked(await agent.desk.publishForm(id, spec, null, true)));

  async function publish(note: string | null) {
    const done = await save(
      t.desk.published(spec.name),
      () => agent.desk.publishForm(id, spec, note, false),
      (error) => {
        // Which tickets would not fit is told by a check.
        if (GrainlineError.from(error).code === ErrorCode.formWouldBreakTickets)
          agent.desk.publishForm(id, spec, null, true).then(setChecked, () => setChecked(null));
      },
    );
    if (!done) return false;
    edit.discard();
    setChecked(null);
    return true;
  }

  return (
    <div className="admin-form desk-form">
      <div className="field-row">
        <Field label={t.admin.name}>
          {(p) => <Input {...p} maxLength={120} value={spec.name} onChange={(e) => change({ ...spec, name: e.target.value })} />}
        </Field>
        <Checkbox checked={spec.public} onChange={(e) => change({ ...spec, public: e.target.checked })}>
          {t.desk.publicForm}
        </Checkbox>
      </div>
      <Tabs<Tab>
        label={spec.name}
        value={tab}
        tabs={(['fields', 'preview', 'upgrade', 'source'] as const).map((x) => ({ id: x, label: t.desk.formTabs[x] }))}
        onChange={setTab}
      />
      <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`} className="desk-panel">
        {tab === 'fields' && <FieldsTable spec={spec} onChange={change} />}
        {tab === 'preview' && <FormPreview key={JSON.stringify(spec.schema)} spec={spec} />}
        {tab === 'upgrade' && <UpgradeSteps spec={spec} old={known?.spec ?? null} onChange={(upgradeFrom) => change({ ...spec, upgradeFrom })} />}
        {tab === 'source' && (
          <>
            <JsonField
              label={t.desk.schema}
              help={t.desk.schemaHelp}
              rows={10}
              value={spec.schema}
              onChange={(schema) => change({ ...spec, schema: schema as FormSpec['schema'] })}
            />
            <JsonField
              label={t.desk.hints}
              rows={6}
              value={spec.hints}
              onChange={(hints) => change({ ...spec, hints: hints as FormSpec['hints'] })}
            />
          </>
        )}
      </div>
      {checked && <UnfitTickets of={checked} />}
      <PublishBar
        dirty={edit.dirty || known === undefined}
        wrong={spec.name.trim() === ''}
        busy={busy}
        fault={fault}
        more={
          <Button disabled={!online || busy} onClick={() => void check()}>
            {t.desk.check}
          </Button>
        }
        onDiscard={() => {
          clearFault();
          setChecked(null);
          edit.discard();
        }}
        onPublish={publish}
      />
      {known && <DeskVersions<FormSpec> folder="forms" id={id} version={known.version} onTake={(old) => change({ ...old, upgradeFrom: [] })} />}
    </div>
  );
}

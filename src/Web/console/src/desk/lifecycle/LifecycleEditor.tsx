import type { LifecycleSpec } from '@grainline/client';
import { Input } from 'antd';
import { useState } from 'react';
import { useT } from '../../i18n/language';
import { Field } from '../../session/Field';
import { useEdit } from '../../state/edits';
import { useWorkspace } from '../../state/workspace';
import { DeskVersions } from '../DeskVersions';
import type { EditorProps } from '../parts';
import { PublishBar } from '../PublishBar';
import { useDeskSave } from '../useDeskSave';
import { Diagram } from './Diagram';
import { deadEnds, lifecycleErrors, namedIn } from './lifecycle.model';
import { StatesTable } from './StatesTable';
import { TransitionsTable } from './TransitionsTable';

/** Which states there are and what leads from one to another. */
export function LifecycleEditor({ id, desk, start }: EditorProps<LifecycleSpec>) {
  const t = useT();
  const { agent } = useWorkspace();
  const { busy, fault, clearFault, save } = useDeskSave();
  const edit = useEdit<LifecycleSpec>(`desk:lifecycles:${id}`, start);
  const [tried, setTried] = useState(false);
  const known = desk.lifecycles.find((x) => x.id === id);
  const spec = edit.value;
  const wrong = lifecycleErrors(spec, t);
  const errors = tried ? wrong : {};
  const ends = deadEnds(spec);
  const change = (next: LifecycleSpec) => {
    clearFault();
    edit.change(next);
  };
  return (
    <div className="admin-form desk-lifecycle">
      <Field label={t.admin.name} error={errors.name}>
        {(p) => <Input {...p} maxLength={120} value={spec.name} onChange={(e) => change({ ...spec, name: e.target.value })} />}
      </Field>
      <Diagram spec={spec} {...ends} named={namedIn(fault, spec)} />
      {(ends.dead.size > 0 || ends.unreachable.size > 0) && (
        <p className="field-error" role="status">
          {ends.dead.size > 0 && t.desk.deadEnds([...ends.dead].join(', '))}{' '}
          {ends.unreachable.size > 0 && t.desk.unreachables([...ends.unreachable].join(', '))}
        </p>
      )}
      <StatesTable spec={spec} errors={errors} onChange={change} />
      <TransitionsTable spec={spec} errors={errors} onChange={change} />
      <PublishBar
        dirty={edit.dirty || known === undefined}
        wrong={tried && Object.keys(wrong).length > 0}
        busy={busy}
        fault={fault}
        onDiscard={() => {
          clearFault();
          edit.discard();
        }}
        onPublish={async (note) => {
          setTried(true);
          if (Object.keys(wrong).length > 0) return false;
          const done = await save(t.desk.published(spec.name), () => agent.desk.publishLifecycle(id, spec, note));
          if (done) edit.discard();
          return done;
        }}
      />
      {known && <DeskVersions<LifecycleSpec> folder="lifecycles" id={id} version={known.version} onTake={change} />}
    </div>
  );
}

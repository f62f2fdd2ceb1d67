import type { PolicySpec, PolicyVersion } from '@grainline/client';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Loading } from '../admin/Loading';
import { useT } from '../i18n/language';
import { Field } from '../session/Field';
import { useEdit } from '../state/edits';
import { useLink } from '../state/workspace';
import { SpecForm } from './SpecForm';
import { sameSpec, specErrors } from './spec.model';
import { usePolicies } from './usePolicies';
import { Versions } from './Versions';

/** How a queue chooses: the versions there were, and the next one. */
export function PoliciesTab({ queueId, onTry }: { queueId: string; onTry(): void }) {
  const t = useT();
  const policies = usePolicies(queueId);
  return (
    <Loading of={policies.versions}>
      {(items) => (
        <div className="policies">
          <NextVersion queueId={queueId} items={items} policies={policies} onTry={onTry} />
          <section aria-label={t.policies.versions}>
            <h3>{t.policies.versions}</h3>
            <Versions items={items} busy={policies.busy} onRollBack={policies.rollBack} />
          </section>
        </div>
      )}
    </Loading>
  );
}

interface NextProps {
  queueId: string;
  items: PolicyVersion[];
  policies: ReturnType<typeof usePolicies>;
  onTry(): void;
}

function NextVersion({ queueId, items, policies, onTry }: NextProps) {
  const t = useT();
  const online = useLink() === 'online';
  const saved: PolicySpec = (policies.inForce ?? items[0])?.spec ?? { name: 'least-loaded' };
  const { value: spec, dirty, change, discard } = useEdit<PolicySpec>(`policy:${queueId}`, saved);
  const [note, setNote] = useState('');
  const errors = specErrors(spec, t);
  const wrong = Object.keys(errors).length > 0;
  async function publish() {
    if (!(await policies.publish(spec, note.trim() || null))) return;
    discard();
    setNote('');
  }
  return (
    <section aria-label={t.policies.next}>
      <h3>{t.policies.next}</h3>
      <SpecForm value={spec} errors={errors} onChange={change} />
      <Field label={t.policies.note} help={t.policies.noteHelp}>
        {(p) => (
          <Input.TextArea {...p} maxLength={1000} autoSize={{ minRows: 2, maxRows: 5 }} value={note} onChange={(e) => setNote(e.target.value)} />
        )}
      </Field>
      <div className="form-actions">
        {dirty && <Button onClick={discard}>{t.edits.discard}</Button>}
        <Button disabled={wrong} onClick={onTry}>
          {t.policies.tryFirst}
        </Button>
        <Button type="primary" loading={policies.busy} disabled={!online || wrong || sameSpec(spec, saved)} onClick={() => void publish()}>
          {t.policies.publish}
        </Button>
      </div>
    </section>
  );
}

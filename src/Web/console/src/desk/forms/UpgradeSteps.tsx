import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { FieldStep, FieldStepKind, FormSpec, Json } from '@grainline/client';
import { Button, Input } from 'antd';
import { useT } from '../../i18n/language';
import { Field } from '../../session/Field';
import { JsonField } from '../JsonField';
import { PickOne } from '../Pick';
import { suggestedSteps } from './formSpec.model';

const kinds: FieldStepKind[] = ['rename', 'drop', 'default', 'map'];

const blank = (kind: FieldStepKind, field: string): FieldStep =>
  kind === 'rename'
    ? { kind, field, to: '' }
    : kind === 'default'
      ? { kind, field, value: '' }
      : kind === 'map'
        ? { kind, field, map: { old: 'new' } }
        : { kind, field };

interface Props {
  spec: FormSpec;
  /** The newest version, from which the steps lead here; null for a new form. */
  old: FormSpec | null;
  onChange(steps: FieldStep[]): void;
}

/** How fields of the version before become fields of this one. */
export function UpgradeSteps({ spec, old, onChange }: Props) {
  const t = useT();
  const steps = spec.upgradeFrom;
  const put = (at: number, next: FieldStep) => onChange(steps.map((s, i) => (i === at ? next : s)));
  if (old === null) return <p className="muted">{t.desk.noUpgradeYet}</p>;
  const suggested = suggestedSteps(old, spec);
  return (
    <>
      <p className="muted">{t.desk.upgradeHelp}</p>
      {steps.map((s, i) => (
        <div key={i} className="field-row upgrade-step">
          <PickOne
            label={t.desk.step(i + 1)}
            value={s.kind}
            options={kinds.map((k) => ({ value: k, label: t.desk.steps[k] }))}
            onChange={(kind) => put(i, blank(kind, s.field))}
          />
          <Field label={t.desk.field}>
            {(p) => <Input {...p} maxLength={120} spellCheck={false} value={s.field} onChange={(e) => put(i, { ...s, field: e.target.value })} />}
          </Field>
          {s.kind === 'rename' && (
            <Field label={t.desk.newName}>
              {(p) => <Input {...p} maxLength={120} spellCheck={false} value={s.to ?? ''} onChange={(e) => put(i, { ...s, to: e.target.value })} />}
            </Field>
          )}
          {s.kind === 'default' && (
            <JsonField
              label={t.desk.valueJson}
              object={false}
              rows={1}
              value={s.value}
              onChange={(value) => put(i, { ...s, value: value as Json })}
            />
          )}
          {s.kind === 'map' && (
            <JsonField label={t.desk.mapJson} rows={1} value={s.map} onChange={(map) => put(i, { ...s, map: map as Record<string, Json> })} />
          )}
          <button
            type="button"
            className="icon-button"
            aria-label={`${t.admin.remove}: ${t.desk.step(i + 1)}`}
            onClick={() => onChange(steps.filter((_, at) => at !== i))}
          >
            <DeleteOutlined aria-hidden />
          </button>
        </div>
      ))}
      <div className="form-actions start">
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...steps, blank('drop', '')])}>
          {t.desk.addStep}
        </Button>
        {suggested.length > 0 && <Button onClick={() => onChange(suggested)}>{t.desk.suggest(suggested.length)}</Button>}
      </div>
    </>
  );
}

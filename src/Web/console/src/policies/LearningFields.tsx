import { policyNames, type LearningSettings } from '@grainline/client';
import { Select } from 'antd';
import { NumberField } from '../admin/NumberField';
import type { Errors } from '../admin/rules';
import { useT } from '../i18n/language';
import { Field } from '../session/Field';

const toPercent = (share: number): number => Math.round(share * 1000) / 10;

/** The guard-rails of what learns. */
export function LearningFields({ value, errors, onChange }: { value: LearningSettings; errors: Errors; onChange(next: LearningSettings): void }) {
  const t = useT();
  return (
    <fieldset className="sub-form">
      <legend className="sub-form-title">{t.policies.learning}</legend>
      <div className="field-row">
        <NumberField
          label={t.policies.exploration}
          help={t.policies.explorationHelp}
          unit="%"
          value={toPercent(value.maxExploration)}
          error={errors.maxExploration}
          onChange={(n) => onChange({ ...value, maxExploration: (n ?? 0) / 100 })}
        />
        <NumberField
          label={t.policies.holdout}
          help={t.policies.holdoutHelp}
          unit="%"
          value={toPercent(value.holdout)}
          error={errors.holdout}
          onChange={(n) => onChange({ ...value, holdout: (n ?? 0) / 100 })}
        />
        <Field label={t.policies.fallback}>
          {(p) => (
            <Select
              {...p}
              value={value.fallback}
              options={policyNames.filter((n) => n !== 'learned' && n !== 'power-of-two').map((n) => ({ value: n, label: t.policies.names[n] }))}
              onChange={(fallback) => onChange({ ...value, fallback })}
            />
          )}
        </Field>
      </div>
    </fieldset>
  );
}

import { policyNames, type PolicySpec } from '@grainline/client';
import type { Errors } from '../admin/rules';
import { useT } from '../i18n/language';
import { LearningFields } from './LearningFields';
import { specFor } from './spec.model';
import { WeightFields } from './WeightFields';

/** Which policy, in words, and what it can be told. */
export function SpecForm({ value, errors, onChange }: { value: PolicySpec; errors: Errors; onChange(next: PolicySpec): void }) {
  const t = useT();
  const names = (policyNames as readonly string[]).includes(value.name) ? policyNames : [...policyNames, value.name];
  return (
    <>
      <div className="policy-choice" role="radiogroup" aria-label={t.policies.policy}>
        {names.map((name) => (
          <label key={name} data-checked={value.name === name}>
            <input type="radio" name="policy" value={name} checked={value.name === name} onChange={() => onChange(specFor(name, value))} />
            <span>
              <strong>{t.policies.names[name] ?? name}</strong>
              <small className="muted">{t.policies.about[name]}</small>
            </span>
          </label>
        ))}
      </div>
      {value.weights && <WeightFields value={value.weights} errors={errors} onChange={(weights) => onChange({ ...value, weights })} />}
      {value.learning && <LearningFields value={value.learning} errors={errors} onChange={(learning) => onChange({ ...value, learning })} />}
    </>
  );
}

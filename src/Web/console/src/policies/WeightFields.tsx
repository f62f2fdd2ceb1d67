import type { PolicyWeights } from '@grainline/client';
import { Slider } from 'antd';
import { NumberField } from '../admin/NumberField';
import type { Errors } from '../admin/rules';
import { percent } from '../common/figure';
import { useLanguage, useT } from '../i18n/language';
import { weightNames, weightShares } from './spec.model';

/** How much each part of a score counts; what matters is their proportion, so that is what is shown. */
export function WeightFields({ value, errors, onChange }: { value: PolicyWeights; errors: Errors; onChange(next: PolicyWeights): void }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const shares = weightShares(value);
  return (
    <fieldset className="sub-form">
      <legend className="sub-form-title">{t.policies.weights}</legend>
      {weightNames.map((name) => (
        <div key={name} className="weight">
          <span>{t.decisions.parts[name]}</span>
          <Slider
            min={0}
            max={1}
            step={0.05}
            value={value[name]}
            ariaLabelForHandle={t.decisions.parts[name] ?? name}
            tooltip={{ formatter: null }}
            onChange={(weight) => onChange({ ...value, [name]: weight })}
          />
          <span className="num">{percent(shares[name], language)}</span>
        </div>
      ))}
      {errors.weights && (
        <p className="field-error" role="alert">
          {errors.weights}
        </p>
      )}
      <NumberField
        label={t.policies.idleSeconds}
        unit={t.admin.seconds}
        value={value.idleSeconds}
        error={errors.idleSeconds}
        onChange={(idleSeconds) => onChange({ ...value, idleSeconds: idleSeconds ?? 0 })}
      />
    </fieldset>
  );
}

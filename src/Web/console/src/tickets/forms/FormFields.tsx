import type { FieldValues, FormSpec, Json } from '@grainline/client';
import { useMemo } from 'react';
import type { Errors } from '../../admin/rules';
import { useLanguage } from '../../i18n/language';
import { sectionsOf, type FieldHint, type FormField } from './form.model';
import { FormControl } from './FormControl';

interface Props {
  spec: FormSpec;
  values: FieldValues;
  errors: Errors;
  disabled?: boolean;
  /** In place of the reader's own, for a preview. */
  language?: string;
  only?: (hint: FieldHint) => boolean;
  onChange(values: FieldValues): void;
}

/** A form as its template says: sections, fields, what is wrong with each. */
export function FormFields({ spec, values, errors, disabled = false, language, only, onChange }: Props) {
  const own = useLanguage((s) => s.language);
  const sections = useMemo(() => sectionsOf(spec, language ?? own, only), [spec, language, own, only]);
  return (
    <div className="form-fields">
      {sections.map((s) =>
        s.title === null ? (
          <Group key="" fields={s.fields} path="" values={values} errors={errors} disabled={disabled} onChange={onChange} />
        ) : (
          <fieldset key={s.id} className="form-group">
            <legend>{s.title}</legend>
            <Group fields={s.fields} path="" values={values} errors={errors} disabled={disabled} onChange={onChange} />
          </fieldset>
        ),
      )}
    </div>
  );
}

interface GroupProps {
  fields: FormField[];
  path: string;
  values: FieldValues;
  errors: Errors;
  disabled: boolean;
  onChange(values: FieldValues): void;
}

function Group({ fields, path, values, errors, disabled, onChange }: GroupProps) {
  const put = (name: string, value: Json | undefined) => {
    const { [name]: _, ...rest } = values;
    // In the order of the form, so that a value that comes back to what it was is no change.
    onChange(value === undefined ? rest : { ...values, [name]: value });
  };
  return fields.map((field) => {
    const at = path === '' ? field.name : `${path}.${field.name}`;
    if (field.widget !== 'object')
      return (
        <FormControl
          key={field.name}
          field={field}
          value={values[field.name]}
          error={errors[at]}
          disabled={disabled}
          onChange={(v) => put(field.name, v)}
        />
      );
    const inner = values[field.name];
    const group = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {};
    return (
      <fieldset key={field.name} className="form-group">
        <legend>{field.label}</legend>
        {field.help && <p className="muted">{field.help}</p>}
        {errors[at] && (
          <p className="field-error" role="alert">
            {errors[at]}
          </p>
        )}
        <Group
          fields={field.fields}
          path={at}
          values={group}
          errors={errors}
          disabled={disabled}
          onChange={(next) => put(field.name, Object.keys(next).length === 0 ? undefined : next)}
        />
      </fieldset>
    );
  });
}

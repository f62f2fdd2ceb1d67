import type { FieldValues, FormSpec } from '@grainline/client';
import { useState } from 'react';
import { languages, useT } from '../../i18n/language';
import { FormFields } from '../../tickets/forms/FormFields';
import { useValidate } from '../../tickets/forms/useValidate';

/** The form as it will be drawn, in both languages, with what it says of wrong values. */
export function FormPreview({ spec }: { spec: FormSpec }) {
  const t = useT();
  const [values, setValues] = useState<FieldValues>({});
  const errors = useValidate(spec, values);
  return (
    <div className="form-preview">
      {languages.map((l) => (
        <section key={l} className="card" lang={l} aria-label={`${t.desk.preview}: ${t.language[l]}`}>
          <h4>{t.language[l]}</h4>
          <FormFields spec={spec} values={values} errors={errors} language={l} onChange={setValues} />
        </section>
      ))}
    </div>
  );
}

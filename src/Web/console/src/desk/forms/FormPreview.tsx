import type { FieldValues, FormSpec } from '@grainline/client';
import { useState } from 'react';
import { languages, useT, type Language } from '../../i18n/language';
import { FormFields } from '../../tickets/forms/FormFields';
import { useValidate } from '../../tickets/forms/useValidate';

/** The form as it will be drawn, in both languages, with what it says of wrong values. */
export function FormPreview({ spec }: { spec: FormSpec }) {
  const [values, setValues] = useState<FieldValues>({});
  return (
    <div className="form-preview">
      {languages.map((l) => (
        <InLanguage key={l} spec={spec} language={l} values={values} onChange={setValues} />
      ))}
    </div>
  );
}

interface Props {
  spec: FormSpec;
  language: Language;
  values: FieldValues;
  onChange(values: FieldValues): void;
}

function InLanguage({ spec, language, values, onChange }: Props) {
  const t = useT();
  const errors = useValidate(spec, values, language);
  return (
    <section className="card" lang={language} aria-label={`${t.desk.preview}: ${t.language[language]}`}>
      <h4>{t.language[language]}</h4>
      <FormFields spec={spec} values={values} errors={errors} language={language} onChange={onChange} />
    </section>
  );
}

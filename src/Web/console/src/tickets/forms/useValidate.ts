import type { FieldValues, FormSpec } from '@grainline/client';
import { useEffect, useState } from 'react';
import type { Errors } from '../../admin/rules';
import { dictionaries, useLanguage, type Language } from '../../i18n/language';
import { validatorOf, type Validate } from './validate';

/** What is wrong with values by a form, in the reader's language unless another is named; nothing until the validator is here, as the server checks anyway. */
export function useValidate(spec: FormSpec | null, values: FieldValues, language?: Language): Errors {
  const own = useLanguage((s) => s.language);
  const t = dictionaries[language ?? own];
  const [loaded, setLoaded] = useState<{ spec: FormSpec; validate: Validate } | null>(null);
  useEffect(() => {
    let current = true;
    if (spec)
      validatorOf(spec.schema).then(
        (validate) => current && setLoaded({ spec, validate }),
        // A schema that the browser cannot read, or a chunk that did not come: the server says what is wrong.
        () => current && setLoaded(null),
      );
    return () => {
      current = false;
    };
  }, [spec]);
  return loaded && loaded.spec === spec ? loaded.validate(values, t) : {};
}

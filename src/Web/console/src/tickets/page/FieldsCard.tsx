import { ErrorCode, GrainlineError, type FieldValues, type FormSpec } from '@grainline/client';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { Errors } from '../../admin/rules';
import { CardLoading } from '../../common/CardLoading';
import { errorText } from '../../common/errorText';
import { useT } from '../../i18n/language';
import { useDesk } from '../../state/desk';
import { useLink } from '../../state/workspace';
import { fieldsPatch } from '../forms/form.model';
import { FormFields } from '../forms/FormFields';
import { useFormSpec } from '../forms/useFormSpec';
import { useValidate } from '../forms/useValidate';
import { serverFault, withoutMissing } from '../forms/validate';
import { useTicket } from './context';
import { FormUpgrade } from './FormUpgrade';
import { useEditsTicket } from './useLook';

/** The ticket's form in the version that it was written with. */
export function FieldsCard() {
  const t = useT();
  const { view } = useTicket();
  const spec = useFormSpec(view.form);
  const newest = useDesk().forms.find((f) => f.id === view.form.id)?.version;
  // A form may ask for nothing; then there is nothing to show until a newer version asks for something.
  const asksNothing = spec.value !== null && Object.keys(spec.value.schema.properties ?? {}).length === 0;
  if (asksNothing && (newest ?? view.form.version) <= view.form.version) return null;
  return (
    <section className="card" aria-label={t.ticket.form}>
      <h4>{spec.value?.name ?? t.ticket.form}</h4>
      <CardLoading of={spec}>{(s) => (s === null ? null : <Filled key={`${view.form.id} ${view.form.version}`} spec={s} />)}</CardLoading>
    </section>
  );
}

function Filled({ spec }: { spec: FormSpec }) {
  const t = useT();
  const online = useLink() === 'online';
  const { view, frozen, act } = useTicket();
  const [edited, setEdited] = useState<FieldValues | null>(null);
  const [server, setServer] = useState<Errors>({});
  const [busy, setBusy] = useState(false);
  const base = useRef({ version: 0, fields: view.fields });
  const values = frozen || edited === null ? view.fields : edited;
  const wrong = withoutMissing(useValidate(edited === null ? null : spec, values), values);
  const patch = edited === null ? {} : fieldsPatch(base.current.fields, edited);
  const dirty = Object.keys(patch).length > 0;
  useEditsTicket(dirty);

  const change = (next: FieldValues) => {
    if (edited === null) base.current = { version: view.version, fields: view.fields };
    setServer({});
    setEdited(next);
  };
  async function save() {
    setBusy(true);
    const done = await act([{ kind: 'fields', fields: patch }], {
      base: base.current.version,
      onError: (error) => setServer(formErrors(error, (e) => errorText(e, t))),
    });
    setBusy(false);
    if (done) setEdited(null);
  }
  const whole = server[''];
  return (
    <>
      {!frozen && <FormUpgrade spec={spec} />}
      <FormFields spec={spec} values={values} errors={{ ...wrong, ...server }} disabled={frozen} onChange={change} />
      {whole && (
        <p className="field-error" role="alert">
          {whole}
        </p>
      )}
      {dirty && !frozen && (
        <div className="form-actions">
          <Button
            disabled={busy}
            onClick={() => {
              setEdited(null);
              setServer({});
            }}
          >
            {t.edits.discard}
          </Button>
          <Button type="primary" loading={busy} disabled={!online || Object.keys(wrong).length > 0} onClick={() => void save()}>
            {t.admin.save}
          </Button>
        </div>
      )}
    </>
  );
}

/** A refusal at the field that it names; at the end of the form when it names none. */
export function formErrors(error: unknown, words: (error: unknown) => string): Errors {
  const { code, message } = GrainlineError.from(error);
  const fault = code === ErrorCode.fieldsInvalid ? serverFault(message) : null;
  return fault ? { [fault.path]: fault.text } : { '': code === ErrorCode.fieldsInvalid ? `${words(error)} ${message}` : words(error) };
}

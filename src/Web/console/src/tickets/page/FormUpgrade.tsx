import { ErrorCode, GrainlineError, type FieldValues, type FormSpec } from '@grainline/client';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { Errors } from '../../admin/rules';
import { errorText } from '../../common/errorText';
import { useT } from '../../i18n/language';
import { useDesk } from '../../state/desk';
import { useLink } from '../../state/workspace';
import { carried, fieldsPatch } from '../forms/form.model';
import { FormFields } from '../forms/FormFields';
import { useTicket } from './context';
import { formErrors } from './FieldsCard';

/** Said when the template has a newer version; its upgrade path is taken, and what that cannot say is asked for. */
export function FormUpgrade({ spec }: { spec: FormSpec }) {
  const t = useT();
  const desk = useDesk();
  const online = useLink() === 'online';
  const { view, act } = useTicket();
  const newest = desk.forms.find((f) => f.id === view.form.id);
  const [asked, setAsked] = useState<{ values: FieldValues; before: FieldValues; errors: Errors } | null>(null);
  const [busy, setBusy] = useState(false);
  if (!newest || newest.version <= view.form.version) return null;

  async function upgrade(fields: FieldValues | null) {
    if (!newest) return;
    setBusy(true);
    const done = await act([{ kind: 'upgradeForm', toVersion: newest.version, ...(fields ? { fields } : {}) }], {
      base: view.version,
      onError: (error) => {
        const before = carried(view.fields, newest.spec);
        const errors = formErrors(error, (e) => errorText(e, t));
        const values = asked?.values ?? before;
        if (GrainlineError.from(error).code === ErrorCode.fieldsInvalid || asked) setAsked({ values, before, errors });
        else setAsked({ values, before, errors: { '': errorText(error, t) } });
      },
    });
    setBusy(false);
    if (done) setAsked(null);
  }

  return (
    <div className="form-upgrade" role="status">
      <span>{t.ticket.newerForm(view.form.version, newest.version)}</span>
      <Button size="small" loading={busy} disabled={!online} onClick={() => void upgrade(null)}>
        {t.ticket.upgrade}
      </Button>
      {asked && (
        <Modal
          open
          centered
          width={560}
          title={t.ticket.upgradeTitle(spec.name, newest.version)}
          onCancel={() => setAsked(null)}
          onOk={() => void upgrade(fieldsPatch(asked.before, asked.values))}
          okText={t.ticket.upgrade}
          cancelText={t.app.cancel}
          okButtonProps={{ loading: busy }}
        >
          <div className="dialog-form">
            <p className="muted">{t.ticket.upgradeHelp}</p>
            <FormFields
              spec={newest.spec}
              values={asked.values}
              errors={asked.errors}
              onChange={(values) => setAsked({ ...asked, values, errors: {} })}
            />
            {asked.errors[''] && (
              <p className="field-error" role="alert">
                {asked.errors['']}
              </p>
            )}
          </div>
        </Modal>
      )}
    </div>
  );
}

import { Alert, Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { errorText } from '../common/errorText';
import { useT } from '../i18n/language';
import { Field } from './Field';
import { useSession } from './session';
import { SessionFrame } from './SessionFrame';
import { originLines, setupErrors, slug, type SetupForm } from './setupRules';

const home = import.meta.env.BASE_URL;

export default function SetupPage() {
  const t = useT();
  const setUp = useSession((s) => s.setUp);
  const [form, setForm] = useState<SetupForm>(() => ({
    code: new URLSearchParams(location.search).get('code') ?? '',
    tenantName: '',
    tenant: '',
    name: '',
    login: '',
    password: '',
    repeat: '',
    origins: '',
  }));
  const [ownTenant, setOwnTenant] = useState(false);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const errors = tried ? setupErrors(form, t) : {};

  function put(field: keyof SetupForm, value: string) {
    setForm((f) => ({ ...f, [field]: value, ...(field === 'tenantName' && !ownTenant ? { tenant: slug(value) } : {}) }));
    if (field === 'tenant') setOwnTenant(true);
  }

  async function submit(e: FormEvent) {
    e.preventDefault();
    setTried(true);
    if (Object.keys(setupErrors(form, t)).length > 0) return;
    setBusy(true);
    setError(null);
    try {
      const { repeat: _, origins, ...body } = form;
      await setUp({ ...body, code: body.code.trim(), origins: originLines(origins) });
      location.replace(home);
    } catch (refusal) {
      setError(refusal);
      setBusy(false);
    }
  }

  const input = (field: keyof SetupForm, label: string, extra: { help?: string; autoComplete?: string; secret?: boolean } = {}) => (
    <Field label={label} error={errors[field]} help={extra.help}>
      {(p) => {
        const props = {
          ...p,
          value: form[field],
          autoComplete: extra.autoComplete ?? 'off',
          onChange: (e: { target: { value: string } }) => put(field, e.target.value),
        };
        return extra.secret ? <Input.Password {...props} /> : <Input {...props} />;
      }}
    </Field>
  );

  return (
    <SessionFrame>
      <h1>{t.setup.title}</h1>
      <p className="muted">{t.setup.lead}</p>
      {error !== null && <Alert type="error" showIcon title={errorText(error, t)} role="alert" />}
      <form onSubmit={(e) => void submit(e)} noValidate>
        {input('code', t.setup.code)}
        <div className="field-pair">
          {input('tenantName', t.setup.tenantName, { autoComplete: 'organization' })}
          {input('tenant', t.setup.tenant, { help: t.setup.tenantHelp })}
        </div>
        <div className="field-pair">
          {input('name', t.setup.name, { autoComplete: 'name' })}
          {input('login', t.setup.login, { autoComplete: 'username' })}
        </div>
        <div className="field-pair">
          {input('password', t.setup.password, { help: t.setup.passwordHelp, autoComplete: 'new-password', secret: true })}
          {input('repeat', t.setup.repeat, { autoComplete: 'new-password', secret: true })}
        </div>
        <Field label={t.setup.origins} error={errors.origins} help={t.setup.originsHelp}>
          {(p) => (
            <Input.TextArea
              {...p}
              value={form.origins}
              autoSize={{ minRows: 2, maxRows: 5 }}
              onChange={(e) => put('origins', e.target.value)}
              spellCheck={false}
            />
          )}
        </Field>
        <Button type="primary" size="large" block htmlType="submit" loading={busy}>
          {t.setup.submit}
        </Button>
        <a className="session-back" href={home}>
          {t.setup.back}
        </a>
      </form>
    </SessionFrame>
  );
}

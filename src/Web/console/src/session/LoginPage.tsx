import { Alert, Button, Checkbox, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { errorText } from '../common/errorText';
import { useT } from '../i18n/language';
import { Field } from './Field';
import { useSession } from './session';
import { SessionFrame } from './SessionFrame';

export default function LoginPage() {
  const t = useT();
  const { logIn, ended } = useSession();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [keep, setKeep] = useState(true);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const first = useRef<InputRef>(null);
  useEffect(() => first.current?.focus(), []);

  async function submit(e: FormEvent) {
    e.preventDefault();
    setTried(true);
    if (!login.trim() || !password) return;
    setBusy(true);
    setError(null);
    try {
      await logIn(login.trim(), password, keep);
    } catch (refusal) {
      setError(refusal);
      setPassword('');
    } finally {
      setBusy(false);
    }
  }

  const notice = ended === 'expired' ? t.login.expired : ended === 'loggedOut' ? t.login.loggedOut : null;
  return (
    <SessionFrame>
      <h1>{t.login.title}</h1>
      <p className="muted">{t.login.lead}</p>
      {error !== null ? (
        <Alert type="error" showIcon title={errorText(error, t)} role="alert" />
      ) : (
        notice && <Alert type="info" showIcon title={notice} />
      )}
      <form onSubmit={(e) => void submit(e)} noValidate>
        <Field label={t.login.login} error={tried && !login.trim() ? t.login.missingLogin : undefined}>
          {(p) => (
            <Input
              {...p}
              ref={first}
              size="large"
              value={login}
              onChange={(e) => setLogin(e.target.value)}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
        </Field>
        <Field label={t.login.password} error={tried && !password && error === null ? t.login.missingPassword : undefined}>
          {(p) => (
            <Input.Password {...p} size="large" value={password} onChange={(e) => setPassword(e.target.value)} autoComplete="current-password" />
          )}
        </Field>
        <Checkbox checked={keep} onChange={(e) => setKeep(e.target.checked)}>
          {t.login.keep}
        </Checkbox>
        <Button type="primary" size="large" block htmlType="submit" loading={busy}>
          {t.login.submit}
        </Button>
      </form>
    </SessionFrame>
  );
}

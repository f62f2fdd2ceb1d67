import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { lazy, Suspense, useEffect } from 'react';
import { useLanguage, useT } from '../i18n/language';
import { useSession } from '../session/session';
import { useScheme } from './preferences';
import { themeFor } from './theme';
import { Splash } from './Splash';

const Login = lazy(() => import('../session/LoginPage'));
const Setup = lazy(() => import('../session/SetupPage'));
const Workspace = lazy(() => import('../shell/Workspace'));

export function App() {
  const language = useLanguage((s) => s.language);
  const session = useSession((s) => s.session);
  const scheme = useScheme();
  const t = useT();
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.scheme = scheme;
  }, [language, scheme]);
  useEffect(() => {
    document.title = `${t.app.console} - ${t.app.name}`;
  }, [t]);
  const settingUp = location.pathname.replace(/\/$/, '').endsWith('/setup');
  return (
    <ConfigProvider theme={themeFor(scheme)} locale={language === 'zh-CN' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      <AntApp className="root" message={{ maxCount: 2, top: 68 }}>
        <Suspense fallback={<Splash />}>{settingUp ? <Setup /> : session ? <Workspace key={session.agentId} /> : <Login />}</Suspense>
      </AntApp>
    </ConfigProvider>
  );
}

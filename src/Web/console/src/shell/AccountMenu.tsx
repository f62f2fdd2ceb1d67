import { Dropdown, type MenuProps } from 'antd';
import { usePreferences, type Appearance } from '../app/preferences';
import { Avatar } from '../common/Avatar';
import { languages, useLanguage, useT } from '../i18n/language';
import { useSession } from '../session/session';
import { useInbox, useWorkspace } from '../state/workspace';

const appearances: Appearance[] = ['system', 'light', 'dark'];

export function AccountMenu() {
  const t = useT();
  const { session, agent } = useWorkspace();
  const { load } = useInbox();
  const { language, set: setLanguage } = useLanguage();
  const { appearance, set } = usePreferences();
  const role = session.roles.includes('admin') ? 'admin' : session.roles.includes('supervisor') ? 'supervisor' : 'agent';

  async function logOut() {
    // Nobody should be offered a chat for a person who has gone; a dead link must not keep that person here.
    if (agent.state === 'online') await agent.setAvailability('offline').catch(() => undefined);
    useSession.getState().end('loggedOut');
  }

  const items: MenuProps['items'] = [
    {
      key: 'who',
      disabled: true,
      className: 'account-who',
      label: (
        <>
          <strong>{session.name}</strong>
          <span>{t.rail.roles[role]}</span>
        </>
      ),
    },
    { type: 'divider' },
    {
      type: 'group',
      label: t.language.label,
      children: languages.map((l) => ({ key: `language ${l}`, label: <span lang={l}>{t.language[l]}</span>, onClick: () => setLanguage(l) })),
    },
    {
      type: 'group',
      label: t.appearance.label,
      children: appearances.map((a) => ({ key: `appearance ${a}`, label: t.appearance[a], onClick: () => set({ appearance: a }) })),
    },
    { type: 'divider' },
    { key: 'logOut', label: t.rail.logOut, onClick: () => void logOut() },
  ];
  return (
    <Dropdown menu={{ items, selectedKeys: [`language ${language}`, `appearance ${appearance}`] }} trigger={['click']} placement="topLeft">
      <button type="button" className="rail-account" aria-label={`${t.rail.account}: ${session.name}, ${t.status[load.status]}`}>
        <Avatar name={session.name} size={34} />
        <span className="presence" data-status={load.status} aria-hidden="true" />
      </button>
    </Dropdown>
  );
}

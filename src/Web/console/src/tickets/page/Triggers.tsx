import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useT } from '../../i18n/language';
import { useLanguage } from '../../i18n/language';
import { lifecycleOf, nameIn, useDesk } from '../../state/desk';
import { useLink } from '../../state/workspace';
import { useTicket } from './context';

const shown = 3;

/** What the ticket's state may become, a button each. */
export function Triggers() {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const desk = useDesk();
  const online = useLink() === 'online';
  const { view, frozen, act } = useTicket();
  const [busy, setBusy] = useState<string | null>(null);
  if (frozen) return null;
  const spec = lifecycleOf(desk, view.team);
  const triggers = (view.triggers ?? []).map((x) => ({
    ...x,
    // The server tells one name; the lifecycle, while it is the same, has it in both languages.
    name: nameIn(spec?.transitions.find((y) => y.trigger === x.trigger && y.to === x.toState)?.names, language, x.name),
  }));
  async function pull(trigger: string) {
    setBusy(trigger);
    await act([{ kind: 'trigger', trigger }]);
    setBusy(null);
  }
  const rest = triggers.slice(shown);
  return (
    <>
      {triggers.slice(0, shown).map((x, i) => (
        <Button
          key={x.trigger}
          type={i === 0 ? 'primary' : 'default'}
          disabled={!online || busy !== null}
          loading={busy === x.trigger}
          onClick={() => void pull(x.trigger)}
        >
          {x.name}
        </Button>
      ))}
      {rest.length > 0 && (
        <Dropdown
          trigger={['click']}
          disabled={!online}
          menu={{ items: rest.map((x) => ({ key: x.trigger, label: x.name, onClick: () => void pull(x.trigger) })) }}
        >
          <Button>{t.ticket.otherStates}</Button>
        </Dropdown>
      )}
    </>
  );
}

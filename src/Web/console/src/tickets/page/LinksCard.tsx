import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { linkKinds, type TicketLinkView } from '@grainline/client';
import { App, Button } from 'antd';
import { useState } from 'react';
import { errorText } from '../../common/errorText';
import { currentT, useT } from '../../i18n/language';
import { useUi } from '../../state/ui';
import { useLink, useWorkspace } from '../../state/workspace';
import { useTicket } from './context';
import { LinkDialog } from './LinkDialog';

/** Parent and children, duplicates, relatives. */
export function LinksCard() {
  const t = useT();
  const { agent } = useWorkspace();
  const online = useLink() === 'online';
  const openTicket = useUi((s) => s.openTicket);
  const { message } = App.useApp();
  const { view, thread, frozen } = useTicket();
  const [adding, setAdding] = useState(false);
  const remove = (link: TicketLinkView) =>
    agent.tickets.unlink(view.ticketId, link.kind, link.ticketId).then(
      (next) => thread.takeView(next),
      (error: unknown) => void message.error(errorText(error, currentT())),
    );
  return (
    <section className="card" aria-label={t.links.title}>
      <h4>{t.links.title}</h4>
      {linkKinds
        .map((kind) => ({ kind, links: view.links.filter((l) => l.kind === kind) }))
        .filter((g) => g.links.length > 0)
        .map(({ kind, links }) => (
          <div key={kind} className="link-group" data-kind={kind}>
            <h5>{t.links.kinds[kind]}</h5>
            <ul aria-label={t.links.kinds[kind]}>
              {links.map((l) => (
                <li key={l.ticketId}>
                  <button type="button" className="link ellipsis" onClick={() => openTicket(l.ticketId)}>
                    <span className="num">#{l.number}</span> {l.subject}
                  </button>
                  {!frozen && (
                    <button
                      type="button"
                      className="icon-button small"
                      disabled={!online}
                      aria-label={`${t.admin.remove}: #${l.number}`}
                      onClick={() => void remove(l)}
                    >
                      <CloseOutlined aria-hidden />
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </div>
        ))}
      {!frozen && (
        <Button size="small" icon={<PlusOutlined aria-hidden />} disabled={!online} onClick={() => setAdding(true)}>
          {t.links.add}
        </Button>
      )}
      {adding && <LinkDialog onClose={() => setAdding(false)} />}
    </section>
  );
}

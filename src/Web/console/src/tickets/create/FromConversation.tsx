import { App } from 'antd';
import { currentT } from '../../i18n/language';
import { useUi } from '../../state/ui';
import { useInbox, useWorkspace } from '../../state/workspace';
import { CreateTicket } from './CreateTicket';
import { fromConversation } from './create.model';

/** A ticket out of the shown conversation; both show the other. */
export default function FromConversation() {
  const { agent } = useWorkspace();
  const inbox = useInbox();
  const { selected, open, openTicket } = useUi();
  const { message } = App.useApp();
  if (selected === null) return null;
  const view = inbox.conversation(selected) ?? agent.threads.find((x) => x.conversationId === selected)?.view ?? null;
  if (view === null) return null;
  return (
    <CreateTicket
      from={fromConversation(view)}
      onClose={() => open(null)}
      onCreated={(id) => {
        open(null);
        const t = currentT();
        const key = `ticket ${id}`;
        void message.success({
          key,
          duration: 8,
          content: (
            <>
              {t.tickets.created}{' '}
              <button
                type="button"
                className="link"
                onClick={() => {
                  message.destroy(key);
                  openTicket(id);
                }}
              >
                {t.tickets.openIt}
              </button>
            </>
          ),
        });
      }}
    />
  );
}

import { Button } from 'antd';
import { CardLoading } from '../common/CardLoading';
import { useT } from '../i18n/language';
import { StatusChip } from '../list/StatusChip';
import { useTaking } from '../queue/useTaking';
import { useLoaded } from '../state/loaded';
import { useUi } from '../state/ui';
import { useLink, useWorkspace } from '../state/workspace';

/** What an agent serves now; a supervisor reads along or takes over. `load` says that it may have changed. */
export function AgentConversations({ agentId, load }: { agentId: string; load: number }) {
  const t = useT();
  const { agent, session } = useWorkspace();
  const online = useLink() === 'online';
  const { taking, take } = useTaking();
  const loaded = useLoaded(
    agentId,
    async () => {
      const { items } = await agent.conversations({ view: 'all', agent: agentId, limit: 50 });
      return items.filter((c) => c.status === 'assigned' || c.status === 'onHold');
    },
    String(load),
  );
  const watch = (id: string) => {
    const { setTab, select } = useUi.getState();
    setTab('all');
    select(id);
  };
  return (
    <section className="card" aria-label={t.wall.conversations}>
      <h4>{t.wall.conversations}</h4>
      <CardLoading of={loaded}>
        {(value) =>
          value.length === 0 ? (
            <p className="muted">{t.wall.noConversations}</p>
          ) : (
            <ul className="drill">
              {value.map((c) => (
                <li key={c.conversationId}>
                  <button type="button" className="plain drill-who" onClick={() => watch(c.conversationId)}>
                    <strong className="ellipsis">{c.visitorName}</strong>
                    <span className="muted ellipsis">{c.lastText ?? c.subject ?? t.offer.noText}</span>
                  </button>
                  <StatusChip status={c.status} />
                  {agentId !== session.agentId && (
                    <Button
                      size="small"
                      disabled={!online || taking !== null}
                      loading={taking === c.conversationId}
                      onClick={() => void take(c.conversationId, () => agent.takeOver(c.conversationId))}
                    >
                      {t.wall.takeOver}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </CardLoading>
    </section>
  );
}

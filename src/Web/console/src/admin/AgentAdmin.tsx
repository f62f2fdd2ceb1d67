import type { AgentProfile } from '@grainline/client';
import { useT } from '../i18n/language';
import { useDirectory } from '../state/directory';
import { useLoaded } from '../state/loaded';
import { useWorkspace } from '../state/workspace';
import { AgentEditor } from './AgentEditor';
import { Loading } from './Loading';

/** One agent: what it can do, for whom, when and how much. */
export function AgentAdmin({ agentId }: { agentId: string }) {
  const t = useT();
  const { agent } = useWorkspace();
  const name = useDirectory((d) => d.agents.find((a) => a.agentId === agentId)?.name ?? agentId);
  const profile = useLoaded<AgentProfile>(agentId, () => agent.routing.agent(agentId));
  return (
    <div className="admin-main">
      <h2>
        {name} <code>{agentId}</code>
      </h2>
      <p className="muted">{t.admin.agentLead}</p>
      <Loading of={profile}>{(p) => <AgentEditor agentId={agentId} profile={p} onSaved={profile.put} />}</Loading>
    </div>
  );
}

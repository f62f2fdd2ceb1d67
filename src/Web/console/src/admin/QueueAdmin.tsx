import { useState } from 'react';
import { useT } from '../i18n/language';
import { PoliciesTab } from '../policies/PoliciesTab';
import { ReplayTab } from '../policies/ReplayTab';
import { useQueueName } from '../state/directory';
import { useLoaded } from '../state/loaded';
import { useWorkspace } from '../state/workspace';
import { Loading } from './Loading';
import { QueueEditor } from './QueueEditor';
import { Tabs } from './Tabs';

type Tab = 'profile' | 'policy' | 'replay';

/** One queue: how it works, how it chooses, and what another choice would have done. */
export function QueueAdmin({ queueId }: { queueId: string }) {
  const t = useT();
  const { agent } = useWorkspace();
  const [tab, setTab] = useState<Tab>('profile');
  const profile = useLoaded(queueId, () => agent.routing.queue(queueId));
  const name = useQueueName(queueId);
  return (
    <div className="admin-main">
      <h2>
        {name} <code>{queueId}</code>
      </h2>
      <Tabs<Tab>
        label={name}
        value={tab}
        tabs={[
          { id: 'profile', label: t.admin.tabs.profile },
          { id: 'policy', label: t.admin.tabs.policy },
          { id: 'replay', label: t.admin.tabs.replay },
        ]}
        onChange={setTab}
      />
      <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        {tab === 'profile' && <Loading of={profile}>{(p) => <QueueEditor queueId={queueId} profile={p} onSaved={profile.put} />}</Loading>}
        {tab === 'policy' && <PoliciesTab queueId={queueId} onTry={() => setTab('replay')} />}
        {tab === 'replay' && <ReplayTab queueId={queueId} />}
      </div>
    </div>
  );
}

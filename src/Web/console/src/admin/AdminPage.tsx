import { LockOutlined } from '@ant-design/icons';
import { lazy, Suspense, useEffect, useState } from 'react';
import '../styles/admin.css';
import { Page } from '../common/Page';
import { RowsSkeleton } from '../common/Skeleton';
import { State } from '../common/State';
import { useT } from '../i18n/language';
import { LinkBanner } from '../shell/LinkBanner';
import { useDirectory } from '../state/directory';
import { useLeave, useTabGuard } from '../state/edits';
import { useSkillNames } from '../state/skills';
import { useWorkspace } from '../state/workspace';
import { AdminNav, type Place } from './AdminNav';
import { AgentAdmin } from './AgentAdmin';
import { QueueAdmin } from './QueueAdmin';
import { SkillsAdmin } from './SkillsAdmin';

const Desk = lazy(() => import('../desk/DeskAdmin').then((m) => ({ default: m.DeskAdmin })));

/** How queues, agents, tickets and skills are set up; for administrators. */
export default function AdminPage() {
  const t = useT();
  const { agent, admin } = useWorkspace();
  const { queues, at, refresh } = useDirectory();
  const leave = useLeave();
  const [chosen, setPlace] = useState<Place | null>(null);
  useTabGuard();
  useSkillNames();
  useEffect(() => void refresh(agent), [agent, refresh]);
  if (!admin)
    return (
      <Page title={t.rail.admin}>
        <State icon={<LockOutlined />} title={t.overview.noPermissionTitle} text={t.admin.noPermission} />
      </Page>
    );
  const first = queues[0];
  const place: Place | null = chosen ?? (first ? { kind: 'queue', id: first.queueId } : at === null ? null : { kind: 'skills' });
  return (
    <Page title={t.rail.admin}>
      <LinkBanner />
      {place === null ? (
        <RowsSkeleton />
      ) : (
        <div className="admin">
          <AdminNav place={place} onGo={(next) => leave(() => setPlace(next))} />
          {place.kind === 'queue' && <QueueAdmin key={place.id} queueId={place.id} />}
          {place.kind === 'agent' && <AgentAdmin key={place.id} agentId={place.id} />}
          {place.kind === 'desk' && (
            <Suspense fallback={<RowsSkeleton />}>
              <Desk key={place.id} part={place.id} />
            </Suspense>
          )}
          {place.kind === 'skills' && <SkillsAdmin />}
        </div>
      )}
    </Page>
  );
}

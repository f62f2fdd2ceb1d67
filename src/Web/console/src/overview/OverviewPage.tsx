import { LockOutlined, TeamOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import '../styles/queue.css';
import { Page } from '../common/Page';
import { State } from '../common/State';
import { useT } from '../i18n/language';
import { FeedAge, FeedContent } from '../queue/FeedState';
import { QueueFiguresStrip } from '../queue/QueueFiguresStrip';
import { useDirectory } from '../state/directory';
import { staffOf, useQueueFeed } from '../state/queues';
import { useSkillNames } from '../state/skills';
import { useWorkspace } from '../state/workspace';
import { AgentDrawer } from './AgentDrawer';
import { AgentGrid } from './AgentGrid';
import { QueueTable } from './QueueTable';
import { StaffFilters } from './StaffFilters';
import { sortedStaff, type StaffFilter } from './wall.model';

const everybody: StaffFilter = { queue: null, status: null };

/** The supervisor's wall: queues and agents as they are now, told by the server as they change. */
export default function OverviewPage() {
  const { senior } = useWorkspace();
  const t = useT();
  if (senior) return <Wall />;
  return (
    <Page title={t.overview.title}>
      <State icon={<LockOutlined />} title={t.overview.noPermissionTitle} text={t.overview.noPermission} />
    </Page>
  );
}

function Wall() {
  const t = useT();
  const feed = useQueueFeed();
  const [filter, setFilter] = useState<StaffFilter>(everybody);
  const [opened, setOpened] = useState<string | null>(null);
  const skillName = useSkillNames();
  const queues = feed.queues;
  const staff = staffOf(
    queues,
    useDirectory((d) => d.agents),
  );
  const shown = sortedStaff(staff, filter);
  const agent = staff.find((a) => a.agentId === opened) ?? null;
  return (
    <Page title={t.overview.title} about={<FeedAge feed={feed} />}>
      <FeedContent feed={feed}>
        <div className="overview-body" data-stale={feed.stale}>
          <QueueFiguresStrip queues={queues} />
          <section aria-label={t.overview.queues}>
            <h2>{t.overview.queues}</h2>
            <QueueTable queues={queues} />
          </section>
          <section aria-label={t.overview.agents}>
            <h2>{t.overview.agents}</h2>
            <StaffFilters queues={queues} agents={staff} value={filter} onChange={setFilter} />
            {shown.length > 0 ? (
              <AgentGrid agents={shown} skillName={skillName} onOpen={setOpened} />
            ) : (
              <State
                icon={<TeamOutlined />}
                text={staff.length === 0 ? t.overview.emptyAgents : t.list.filteredTitle}
                action={staff.length > 0 && <Button onClick={() => setFilter(everybody)}>{t.list.clear}</Button>}
              />
            )}
          </section>
        </div>
      </FeedContent>
      {agent && <AgentDrawer agent={agent} skillName={skillName} onClose={() => setOpened(null)} />}
    </Page>
  );
}

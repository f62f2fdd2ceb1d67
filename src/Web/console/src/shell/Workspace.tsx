import { lazy, Suspense, useEffect } from 'react';
import '../styles/shell.css';
import '../styles/list.css';
import '../styles/files.css';
import '../styles/thread.css';
import '../styles/side.css';
import { useT } from '../i18n/language';
import { ListPane } from '../list/ListPane';
import { OfferStack } from '../offers/OfferStack';
import { useSession } from '../session/session';
import { ShortcutKeys } from '../shortcuts/ShortcutKeys';
import { useDirectory } from '../state/directory';
import { useWarmThreads } from '../state/threads';
import { useUi } from '../state/ui';
import { useLink, useWorkspace, WorkspaceProvider } from '../state/workspace';
import { ThreadPane } from '../thread/ThreadPane';
import { Overlays } from './Overlays';
import { Rail } from './Rail';
import { RowsSkeleton } from '../common/Skeleton';

const pages = {
  queue: lazy(() => import('../queue/QueuePage')),
  tickets: lazy(() => import('../tickets/TicketsPage')),
  audit: lazy(() => import('../audit/AuditPage')),
  overview: lazy(() => import('../overview/OverviewPage')),
  admin: lazy(() => import('../admin/AdminPage')),
};
const directoryMs = 15_000;

export default function Workspace() {
  const session = useSession((s) => s.session);
  return (
    session && (
      <WorkspaceProvider session={session}>
        <Panes />
      </WorkspaceProvider>
    )
  );
}

function Zone({ zone }: { zone: keyof typeof pages }) {
  const Page = pages[zone];
  return <Page />;
}

function Panes() {
  const t = useT();
  const { agent } = useWorkspace();
  const { zone, selected } = useUi();
  const link = useLink();
  useWarmThreads(selected);
  useEffect(() => {
    const { refresh } = useDirectory.getState();
    if (link === 'online') void refresh(agent);
    const poll = setInterval(() => {
      // Who is told of every change need not ask.
      if (document.visibilityState === 'visible' && !agent.queueFeed.live) void refresh(agent);
    }, directoryMs);
    return () => clearInterval(poll);
  }, [agent, link]);
  return (
    <div className="workspace" data-zone={zone} data-open={selected !== null}>
      <a className="skip" href="#thread">
        {t.app.skip}
      </a>
      <Rail />
      {zone === 'inbox' ? (
        <>
          <ListPane />
          <ThreadPane />
        </>
      ) : (
        <Suspense fallback={<RowsSkeleton />}>
          <Zone zone={zone} />
        </Suspense>
      )}
      <OfferStack />
      <Overlays />
      <ShortcutKeys />
    </div>
  );
}

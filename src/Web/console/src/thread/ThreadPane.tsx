import { MessageOutlined } from '@ant-design/icons';
import { Drawer } from 'antd';
import { State } from '../common/State';
import { useMedia } from '../common/useMedia';
import { Composer } from '../composer/Composer';
import { ContextPane } from '../context/ContextPane';
import { useT } from '../i18n/language';
import { LinkBanner } from '../shell/LinkBanner';
import { useUi } from '../state/ui';
import { useThread } from '../state/threads';
import { useThreadChanges, useWorkspace } from '../state/workspace';
import { Messages } from './Messages';
import { ThreadError } from './ThreadError';
import { ThreadHeader } from './ThreadHeader';

/** The right part of the inbox: thread, composer and details of the chosen conversation. */
export function ThreadPane() {
  const t = useT();
  const selected = useUi((s) => s.selected);
  if (selected === null) {
    return (
      <main className="thread" id="thread" tabIndex={-1}>
        <LinkBanner />
        <State icon={<MessageOutlined />} title={t.thread.pickTitle} text={t.thread.pick} />
      </main>
    );
  }
  return <Open key={selected} id={selected} />;
}

function Open({ id }: { id: string }) {
  const t = useT();
  const { agent } = useWorkspace();
  const thread = useThread(id);
  useThreadChanges([thread]);
  const { details, setDetails } = useUi();
  const wide = useMedia('(min-width: 1280px)');
  const view = thread.view ?? agent.inbox.conversation(id) ?? null;
  const fatal = thread.error !== null && !thread.error.temporary;
  return (
    <>
      <main className="thread" id="thread" tabIndex={-1}>
        {view && <ThreadHeader view={view} />}
        <LinkBanner />
        {fatal ? <ThreadError thread={thread} /> : <Messages thread={thread} view={view} />}
        {view && !fatal && <Composer thread={thread} view={view} />}
      </main>
      {view && details && wide && (
        <aside className="context" aria-label={t.context.label}>
          <ContextPane view={view} />
        </aside>
      )}
      {view && !wide && (
        <Drawer open={details} onClose={() => setDetails(false)} title={t.context.label} size={340} classNames={{ body: 'context-drawer' }}>
          <ContextPane view={view} />
        </Drawer>
      )}
    </>
  );
}

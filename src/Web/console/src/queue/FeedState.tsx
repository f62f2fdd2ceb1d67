import { DisconnectOutlined, LockOutlined } from '@ant-design/icons';
import { GrainlineError, type QueueFeed } from '@grainline/client';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { errorText } from '../common/errorText';
import { RowsSkeleton } from '../common/Skeleton';
import { State } from '../common/State';
import { clockTime } from '../common/time';
import { useLanguage, useT } from '../i18n/language';
import { useLink, useWorkspace } from '../state/workspace';

/** Whether what is shown of the queues is of this second, and of when it is otherwise. */
export function FeedAge({ feed }: { feed: QueueFeed }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const link = useLink();
  if (feed.live)
    return (
      <span className="live" role="status">
        <i aria-hidden="true" />
        {t.queues.live}
      </span>
    );
  if (feed.at === null) return null;
  return (
    <span className="field-error num" role="status">
      {t.link.stale(clockTime(new Date(feed.at).toISOString(), language))} · {feed.error === null ? t.link[link] : errorText(feed.error, t)}
    </span>
  );
}

/** The first picture, or why there is none; with a picture its content. */
export function FeedContent({ feed, children }: { feed: QueueFeed; children: ReactNode }) {
  const t = useT();
  const { agent } = useWorkspace();
  if (feed.at !== null) return children;
  if (feed.error === null) return <RowsSkeleton />;
  if (GrainlineError.from(feed.error).code === 202)
    return <State icon={<LockOutlined />} title={t.overview.noPermissionTitle} text={t.queues.noPermission} />;
  return (
    <State
      tone="alert"
      icon={<DisconnectOutlined />}
      title={t.overview.error}
      text={errorText(feed.error, t)}
      action={<Button onClick={() => agent.rewatchQueues()}>{t.app.retry}</Button>}
    />
  );
}

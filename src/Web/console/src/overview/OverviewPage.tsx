import { DisconnectOutlined, LockOutlined } from '@ant-design/icons';
import { GrainlineError } from '@grainline/client';
import { Button } from 'antd';
import { useEffect } from 'react';
import '../styles/overview.css';
import { errorText } from '../common/errorText';
import { RowsSkeleton } from '../common/Skeleton';
import { State } from '../common/State';
import { clockTime } from '../common/time';
import { useLanguage, useT } from '../i18n/language';
import { StatusSwitch } from '../shell/StatusSwitch';
import { useDirectory } from '../state/directory';
import { useWorkspace } from '../state/workspace';
import { AgentGrid } from './AgentGrid';
import { Figures } from './Figures';
import { QueueTable } from './QueueTable';

/** Queues and agents as they are now, for supervisors. */
export default function OverviewPage() {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const { agent, senior } = useWorkspace();
  const { at, error, queues, agents, refresh } = useDirectory();
  // The page opens on fresh figures, however old the last ones are.
  useEffect(() => void refresh(agent), [agent, refresh]);
  const refused = error !== null && GrainlineError.from(error).code === 202;
  const retry = <Button onClick={() => void refresh(agent)}>{t.app.retry}</Button>;
  return (
    <main className="overview" id="thread" tabIndex={-1}>
      <header className="overview-head">
        <h1>{t.overview.title}</h1>
        {at !== null && (
          <span className={error === null ? 'muted num' : 'field-error num'} role={error === null ? undefined : 'alert'}>
            {t.overview.updated(clockTime(new Date(at).toISOString(), language))}
            {error !== null && ` · ${errorText(error, t)}`}
          </span>
        )}
        {at !== null && error !== null && retry}
        <StatusSwitch />
      </header>
      {!senior || refused ? (
        <State icon={<LockOutlined />} title={t.overview.noPermissionTitle} text={t.overview.noPermission} />
      ) : at === null ? (
        error === null ? (
          <RowsSkeleton />
        ) : (
          <State tone="alert" icon={<DisconnectOutlined />} title={t.overview.error} text={errorText(error, t)} action={retry} />
        )
      ) : (
        <div className="overview-body">
          <Figures queues={queues} agents={agents} />
          <section aria-label={t.overview.queues}>
            <h2>{t.overview.queues}</h2>
            <QueueTable queues={queues} />
          </section>
          <section aria-label={t.overview.agents}>
            <h2>{t.overview.agents}</h2>
            <AgentGrid agents={agents} />
          </section>
        </div>
      )}
    </main>
  );
}

import { CoffeeOutlined, DisconnectOutlined, FilterOutlined, LockOutlined } from '@ant-design/icons';
import { GrainlineError } from '@grainline/client';
import { Button } from 'antd';
import { errorText } from '../common/errorText';
import { State } from '../common/State';
import { timer } from '../common/time';
import { useNow } from '../common/clock';
import { useT } from '../i18n/language';
import { useDirectory } from '../state/directory';
import { useUi, type Tab } from '../state/ui';
import { useInbox, useWorkspace } from '../state/workspace';

interface Props {
  tab: Tab;
  hidden: number;
  filtered: boolean;
  error: unknown;
  retry?: (() => void) | undefined;
}

/** Why there are no rows, and what is worth knowing instead. */
export function ListEmpty({ tab, hidden, filtered, error, retry }: Props) {
  const t = useT();
  const clearFilters = useUi((s) => s.clearFilters);
  if (error !== null && error !== undefined) {
    if (GrainlineError.from(error).code === 202)
      return <State icon={<LockOutlined />} title={t.overview.noPermissionTitle} text={errorText(error, t)} />;
    return (
      <State
        tone="alert"
        icon={<DisconnectOutlined />}
        title={t.list.error}
        text={errorText(error, t)}
        action={<Button onClick={retry}>{t.app.retry}</Button>}
      />
    );
  }
  if (filtered)
    return (
      <State
        icon={<FilterOutlined />}
        title={t.list.filteredTitle}
        text={hidden > 0 ? t.list.filtered(hidden) : ''}
        action={<Button onClick={clearFilters}>{t.list.clear}</Button>}
      />
    );
  return tab === 'mine' ? (
    <MineEmpty />
  ) : (
    <State icon={<CoffeeOutlined />} title={t.list.emptyTitle} text={tab === 'queue' ? t.list.emptyQueue : t.list.emptyAll} />
  );
}

function MineEmpty() {
  const t = useT();
  const now = useNow();
  const { agent } = useWorkspace();
  const { status } = useInbox().load;
  const queues = useDirectory((d) => d.queues);
  const waiting = queues.reduce((sum, q) => sum + q.waiting, 0);
  const longest = queues
    .map((q) => q.longestSince)
    .filter((s) => s !== null)
    .sort()[0];
  const text =
    status === 'available' && waiting > 0 && longest
      ? t.list.emptyMine.availableWait(timer(now - Date.parse(longest), t), waiting)
      : t.list.emptyMine[status];
  const action =
    status === 'available' ? undefined : (
      <Button type="primary" onClick={() => void agent.setAvailability('available')}>
        {t.list.goAvailable}
      </Button>
    );
  return <State icon={<CoffeeOutlined />} title={t.list.emptyTitle} text={text} action={action} />;
}

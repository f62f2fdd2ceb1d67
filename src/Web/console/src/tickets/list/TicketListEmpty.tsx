import { CoffeeOutlined, DisconnectOutlined, FilterOutlined, LockOutlined } from '@ant-design/icons';
import { GrainlineError, type TicketList } from '@grainline/client';
import { Button } from 'antd';
import { errorText } from '../../common/errorText';
import { RowsSkeleton } from '../../common/Skeleton';
import { State } from '../../common/State';
import { useT } from '../../i18n/language';
import { useTicketsUi } from '../ticketsUi';
import { asksNothing } from './filter.model';

/** Why there are no rows. */
export function TicketListEmpty({ list }: { list: TicketList }) {
  const t = useT();
  const { viewId, clearFilters, setCreating } = useTicketsUi();
  if (list.at === null && list.error === null) return <RowsSkeleton rows={10} />;
  if (list.error !== null && list.at === null) {
    if (GrainlineError.from(list.error).code === 202)
      return <State icon={<LockOutlined />} title={t.overview.noPermissionTitle} text={errorText(list.error, t)} />;
    return (
      <State
        tone="alert"
        icon={<DisconnectOutlined />}
        title={t.tickets.error}
        text={errorText(list.error, t)}
        action={<Button onClick={() => list.reload()}>{t.app.retry}</Button>}
      />
    );
  }
  if (asksNothing(list.query.filter))
    return (
      <State
        icon={<CoffeeOutlined />}
        title={t.tickets.noneTitle}
        text={t.tickets.none}
        action={<Button onClick={() => setCreating(true)}>{t.tickets.create}</Button>}
      />
    );
  return (
    <State
      icon={<FilterOutlined />}
      title={t.list.filteredTitle}
      text={viewId ? t.tickets.emptyView : t.tickets.filtered}
      action={<Button onClick={clearFilters}>{t.list.clear}</Button>}
    />
  );
}

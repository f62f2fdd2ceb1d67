import { EllipsisOutlined } from '@ant-design/icons';
import type { SavedView, TicketList } from '@grainline/client';
import { App, Dropdown } from 'antd';
import { errorText } from '../../common/errorText';
import { CardLoading } from '../../common/CardLoading';
import { currentT, useT } from '../../i18n/language';
import { useWorkspace } from '../../state/workspace';
import { queryOf, useTicketsUi } from '../ticketsUi';
import { countText, useCounts, useViews } from './useViews';
import { sameQuery, swapped, viewName } from './views.model';

/** The saved views with their counts; a dot where the shown list is not the view any more. */
export function ViewsNav({ list }: { list: TicketList }) {
  const t = useT();
  const { senior, agent, session } = useWorkspace();
  const { message } = App.useApp();
  const { viewId, query, openView } = useTicketsUi();
  const { views, items, shared, own } = useViews();
  const counts = useCounts(items, list);

  async function write(call: () => Promise<unknown>) {
    try {
      await call();
    } catch (error) {
      void message.error(errorText(error, currentT()));
    }
    views.reload();
  }
  const move = (group: SavedView[], view: SavedView, step: number) =>
    void write(() => Promise.all(swapped(group, view.id, step).map((v) => agent.tickets.saveView(v))));

  function entry(view: SavedView, group: SavedView[]) {
    const at = group.indexOf(view);
    const editable = view.owner !== null || senior;
    const name = viewName(view, t);
    const changed = view.id === viewId && !sameQuery(queryOf(view), query);
    return (
      <li key={view.id}>
        <button type="button" aria-current={view.id === viewId ? 'page' : undefined} onClick={() => openView(view, session.agentId)}>
          <span className="ellipsis">{name}</span>
          {changed && <i className="unsaved" role="img" aria-label={t.tickets.viewChanged} />}
          <span className="tab-count num">{counts[view.id] === undefined ? '' : countText(counts[view.id] ?? 0)}</span>
        </button>
        {editable && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                { key: 'up', label: t.tickets.viewUp, disabled: at <= 0, onClick: () => move(group, view, -1) },
                { key: 'down', label: t.tickets.viewDown, disabled: at === group.length - 1, onClick: () => move(group, view, 1) },
                { key: 'remove', danger: true, label: t.admin.remove, onClick: () => void write(() => agent.tickets.removeView(view.id)) },
              ],
            }}
          >
            <button type="button" className="icon-button small" aria-label={`${t.tickets.viewActions}: ${name}`}>
              <EllipsisOutlined aria-hidden />
            </button>
          </Dropdown>
        )}
      </li>
    );
  }

  return (
    <nav className="views-nav admin-nav" aria-label={t.tickets.views}>
      <CardLoading of={views}>
        {() => (
          <>
            <h3>{t.tickets.sharedViews}</h3>
            <ul>{shared.map((v) => entry(v, shared))}</ul>
            {own.length > 0 && <h3>{t.tickets.ownViews}</h3>}
            <ul>{own.map((v) => entry(v, own))}</ul>
          </>
        )}
      </CardLoading>
    </nav>
  );
}

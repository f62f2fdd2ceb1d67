import { SettingOutlined } from '@ant-design/icons';
import { keptRows, type TicketList } from '@grainline/client';
import { Button, Checkbox, Popover } from 'antd';
import { useState } from 'react';
import { useT } from '../../i18n/language';
import { useWorkspace } from '../../state/workspace';
import { columnNames, columnsOf, queryOf, useTicketsUi } from '../ticketsUi';
import { useViews } from './useViews';
import { ViewDialog } from './ViewDialog';
import { sameQuery, viewName } from './views.model';

/** What the list is, how long it is, and how to keep it. */
export function ViewBar({ shown, list }: { shown: number; list: TicketList }) {
  const t = useT();
  const { senior, session } = useWorkspace();
  const { viewId, query, columns, setColumns, openView } = useTicketsUi();
  const { views, items } = useViews();
  const [saving, setSaving] = useState<'new' | 'change' | null>(null);
  const view = items.find((v) => v.id === viewId);
  const changed = view !== undefined && (!sameQuery(queryOf(view), query) || columnsOf(view).join() !== columns.join());
  return (
    <div className="view-bar">
      <h2>{view ? viewName(view, t) : t.tickets.list}</h2>
      <span className="muted num" role="status">
        {list.truncated ? t.tickets.truncated(keptRows) : t.tickets.count(shown)}
        {!list.complete && list.at !== null && list.error === null && ` · ${t.app.loading}`}
      </span>
      {changed && <span className="chip">{t.tickets.viewChanged}</span>}
      <span className="view-bar-actions">
        {changed && view && (
          <Button size="small" onClick={() => openView(view, session.agentId)}>
            {t.edits.discard}
          </Button>
        )}
        {changed && view && (view.owner === session.agentId || (view.owner === null && senior)) && (
          <Button size="small" type="primary" onClick={() => setSaving('change')}>
            {t.tickets.saveView}
          </Button>
        )}
        <Button size="small" onClick={() => setSaving('new')}>
          {t.tickets.saveAsView}
        </Button>
        <Popover
          trigger="click"
          placement="bottomRight"
          content={
            <Checkbox.Group
              className="column-choice"
              value={columns}
              options={columnNames.map((c) => ({ value: c, label: t.tickets.columns[c], disabled: c === 'subject' }))}
              onChange={setColumns}
            />
          }
        >
          <button type="button" className="icon-button" aria-label={t.tickets.chooseColumns} title={t.tickets.chooseColumns}>
            <SettingOutlined aria-hidden />
          </button>
        </Popover>
      </span>
      {saving && (
        <ViewDialog
          known={saving === 'change' ? view : undefined}
          count={items.length}
          onClose={() => setSaving(null)}
          onSaved={(next) => {
            setSaving(null);
            openView(next, session.agentId);
            views.reload();
          }}
        />
      )}
    </div>
  );
}

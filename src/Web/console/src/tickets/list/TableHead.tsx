import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import type { TicketRow } from '@grainline/client';
import { Checkbox } from 'antd';
import { useT } from '../../i18n/language';
import { useTicketsUi } from '../ticketsUi';
import { orders } from './columns';

export function TableHead({ rows }: { rows: readonly TicketRow[] }) {
  const t = useT();
  const { columns, query, sort, picked, pickAll } = useTicketsUi();
  const all = rows.length > 0 && rows.every((r) => picked.has(r.ticketId));
  return (
    <div className="ticket-head" role="row" aria-rowindex={1}>
      <span role="columnheader">
        <Checkbox
          aria-label={t.tickets.pickAll}
          checked={all}
          indeterminate={!all && picked.size > 0}
          onChange={(e) => pickAll(e.target.checked ? rows.map((r) => r.ticketId) : [])}
        />
      </span>
      {columns.map((c) => {
        const order = orders[c];
        const by = order !== undefined && query.order === order;
        return (
          <span key={c} role="columnheader" aria-sort={by ? (query.descending ? 'descending' : 'ascending') : order ? 'none' : undefined}>
            {order ? (
              <button type="button" className="plain" data-by={by} onClick={() => sort(order)}>
                {t.tickets.columns[c]} {by && (query.descending ? <CaretDownOutlined aria-hidden /> : <CaretUpOutlined aria-hidden />)}
              </button>
            ) : (
              t.tickets.columns[c]
            )}
          </span>
        );
      })}
    </div>
  );
}

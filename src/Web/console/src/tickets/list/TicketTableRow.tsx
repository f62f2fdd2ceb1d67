import type { TicketRow } from '@grainline/client';
import { Checkbox } from 'antd';
import { memo } from 'react';
import { useT } from '../../i18n/language';
import type { Column } from '../ticketsUi';
import { Cell } from './Cell';

interface Props {
  row: TicketRow;
  index: number;
  start: number;
  columns: readonly Column[];
  current: boolean;
  picked: boolean;
  /** When it was last changed while the list was shown. */
  fresh: number | null;
  onPick(id: string, on: boolean, range: boolean): void;
  onGo(id: string): void;
}

export const TicketTableRow = memo(function TicketTableRow({ row, index, start, columns, current, picked, fresh, onPick, onGo }: Props) {
  const t = useT();
  return (
    <div
      id={`ticket-${row.ticketId}`}
      className="ticket-row"
      role="row"
      aria-rowindex={index + 2}
      aria-selected={picked}
      data-current={current}
      data-late={row.breached}
      style={{ transform: `translateY(${start}px)` }}
    >
      {/* A new key begins the shimmer anew: a row that changes twice is seen twice. */}
      {fresh !== null && <i key={fresh} className="ticket-fresh" aria-hidden="true" />}
      <span role="gridcell">
        <Checkbox
          aria-label={t.tickets.pick(row.number)}
          checked={picked}
          onChange={(e) => onPick(row.ticketId, e.target.checked, e.nativeEvent instanceof MouseEvent && e.nativeEvent.shiftKey)}
        />
      </span>
      {columns.map((c) => (
        <span key={c} role="gridcell" className={`cell-${c} ellipsis`}>
          {c === 'subject' ? (
            <button type="button" className="plain ellipsis" title={row.lastText ?? row.subject} onClick={() => onGo(row.ticketId)}>
              {row.subject}
            </button>
          ) : (
            <Cell row={row} column={c} />
          )}
        </span>
      ))}
    </div>
  );
});

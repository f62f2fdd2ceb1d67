import type { TicketList, TicketRow } from '@grainline/client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useT } from '../../i18n/language';
import { useTicketsUi } from '../ticketsUi';
import { gridTemplate, leastWidth } from './columns';
import { TableHead } from './TableHead';
import { TicketTableRow } from './TicketTableRow';

const height = 44;

interface Props {
  list: TicketList;
  rows: readonly TicketRow[];
  onOpen(ticketId: string): void;
}

/** Only the rows in sight exist: ten thousand tickets cost what thirty do. */
export function TicketTable({ list, rows, onOpen }: Props) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const { columns, cursor, picked, pick, pickRange, moveTo } = useTicketsUi();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 8,
    getItemKey: (i) => rows[i]?.ticketId ?? i,
  });
  useEffect(() => {
    const index = rows.findIndex((r) => r.ticketId === cursor);
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
    // Only a new choice scrolls; a row that moves must not take the view along.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [cursor]);
  const actions = useMemo(() => {
    const onPick = (id: string, on: boolean, range: boolean) => {
      if (range)
        pickRange(
          list.rows.map((r) => r.ticketId),
          id,
        );
      else pick(id, on);
    };
    const onGo = (id: string) => {
      moveTo(id);
      onOpen(id);
    };
    return { onPick, onGo };
  }, [list, onOpen, pick, pickRange, moveTo]);
  return (
    <div
      ref={box}
      className="ticket-table"
      role="grid"
      aria-label={t.tickets.list}
      aria-rowcount={rows.length + 1}
      aria-multiselectable
      aria-activedescendant={cursor ? `ticket-${cursor}` : undefined}
      tabIndex={0}
      style={{ '--columns': gridTemplate(columns), '--least': `${leastWidth(columns)}px` } as React.CSSProperties}
    >
      <TableHead rows={rows} />
      <div className="ticket-rows" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return (
            row && (
              <TicketTableRow
                key={item.key}
                row={row}
                index={item.index}
                start={item.start}
                columns={columns}
                current={row.ticketId === cursor}
                picked={picked.has(row.ticketId)}
                fresh={list.freshSince(row.ticketId)}
                {...actions}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { answerWithinMs } from '../common/waiting';
import { useNow } from '../common/clock';
import { ListRow } from './ListRow';
import type { ListRow as Row } from './rows';

const height = 64;

interface Props {
  label: string;
  rows: Row[];
  selected: string | null;
  mineId: string;
  showStatus: boolean;
  onSelect(id: string): void;
  onEnd?: (() => void) | undefined;
}

/** Only the rows in sight exist: a thousand conversations cost what twenty do. */
export function RowList({ label, rows, selected, mineId, showStatus, onSelect, onEnd }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 6,
    getItemKey: (i) => rows[i]?.id ?? i,
  });
  const items = virtual.getVirtualItems();
  const last = items[items.length - 1]?.index ?? -1;
  const now = useNow();
  useEffect(() => {
    if (last >= rows.length - 5 && rows.length > 0) onEnd?.();
  }, [last, rows.length, onEnd]);
  useEffect(() => {
    const index = rows.findIndex((r) => r.id === selected);
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
    // Only a new choice scrolls; a row that moves must not take the view along.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected]);
  return (
    <div ref={box} className="rows" role="region" aria-label={label} tabIndex={-1}>
      <ul style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const late = row.waiting !== null && now - Date.parse(row.waiting) >= answerWithinMs;
          return (
            <li key={item.key} style={{ height, transform: `translateY(${item.start}px)` }}>
              <ListRow row={row} selected={row.id === selected} late={late} mineId={mineId} showStatus={showStatus} onSelect={onSelect} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

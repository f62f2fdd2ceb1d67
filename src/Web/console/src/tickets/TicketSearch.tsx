import type { TicketRow } from '@grainline/client';
import { Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../i18n/language';
import { useWorkspace } from '../state/workspace';

interface Props {
  id?: string;
  value: string | null;
  without: readonly string[];
  onChange(ticketId: string | null): void;
}

const pauseMs = 250;

/** Finds one ticket by its number or by words. */
export function TicketSearch({ value, without, onChange, ...control }: Props) {
  const t = useT();
  const { agent } = useWorkspace();
  const [rows, setRows] = useState<TicketRow[]>([]);
  const [busy, setBusy] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const newest = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = (text: string) => {
    clearTimeout(timer.current);
    const mine = ++newest.current;
    if (text.trim() === '') return setRows([]);
    timer.current = setTimeout(() => {
      setBusy(true);
      agent.tickets
        .search({ text: text.trim(), conversations: false, limit: 20 })
        .then(
          ({ items }) => mine === newest.current && setRows(items.flatMap((h) => h.ticket ?? [])),
          () => mine === newest.current && setRows([]),
        )
        .finally(() => mine === newest.current && setBusy(false));
    }, pauseMs);
  };
  return (
    <Select
      {...control}
      autoFocus
      showSearch={{ filterOption: false, onSearch: search }}
      loading={busy}
      value={value}
      placeholder={t.links.find}
      notFoundContent={busy ? t.app.loading : t.tickets.nothingFound}
      options={rows.filter((r) => !without.includes(r.ticketId)).map((r) => ({ value: r.ticketId, label: `#${r.number} ${r.subject}` }))}
      onChange={onChange}
    />
  );
}

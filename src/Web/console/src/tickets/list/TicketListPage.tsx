import { PlusOutlined } from '@ant-design/icons';
import type { TicketList } from '@grainline/client';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useT } from '../../i18n/language';
import { LinkBanner } from '../../shell/LinkBanner';
import { StatusSwitch } from '../../shell/StatusSwitch';
import { useUi } from '../../state/ui';
import { SearchResults } from '../search/SearchResults';
import { useTicketsUi } from '../ticketsUi';
import { BulkBar } from './BulkBar';
import { ListAge } from './ListAge';
import { TicketFilters } from './TicketFilters';
import { TicketListEmpty } from './TicketListEmpty';
import { TicketTable } from './TicketTable';
import { useListKeys } from './useListKeys';
import { ViewBar } from './ViewBar';
import { ViewsNav } from './ViewsNav';

/** Saved views on the left, the chosen one as a table. */
export function TicketListPage({ list }: { list: TicketList }) {
  const t = useT();
  const { text, picked, setCreating } = useTicketsUi();
  const openTicket = useUi((s) => s.openTicket);
  const rows = list.rows;
  const ids = useMemo(() => rows.map((r) => r.ticketId), [rows]);
  useListKeys(ids);
  return (
    <main className="tickets" id="thread" tabIndex={-1}>
      <header className="overview-head">
        <h1>{t.rail.tickets}</h1>
        <ListAge list={list} />
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
          {t.tickets.create}
        </Button>
        <StatusSwitch />
      </header>
      <LinkBanner />
      <div className="tickets-body">
        <ViewsNav list={list} />
        <section className="tickets-list" aria-label={t.tickets.list}>
          <TicketFilters />
          {text.trim() !== '' ? (
            <SearchResults text={text.trim()} filter={list.query.filter} onOpen={openTicket} />
          ) : (
            <>
              <ViewBar shown={rows.length} list={list} />
              {rows.length > 0 ? <TicketTable list={list} rows={rows} onOpen={openTicket} /> : <TicketListEmpty list={list} />}
              {picked.size > 0 && <BulkBar list={list} />}
            </>
          )}
        </section>
      </div>
    </main>
  );
}

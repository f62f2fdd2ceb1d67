import { DisconnectOutlined, FilterOutlined, SearchOutlined } from '@ant-design/icons';
import { ErrorCode, GrainlineError, type SearchHit, type TicketFilter } from '@grainline/client';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { adminError } from '../../admin/useSave';
import { errorText } from '../../common/errorText';
import { RowsSkeleton } from '../../common/Skeleton';
import { State } from '../../common/State';
import { useT } from '../../i18n/language';
import { useUi } from '../../state/ui';
import { asksNothing } from '../list/filter.model';
import { Hit } from './Hit';
import { useSearch } from './useSearch';

interface Props {
  text: string;
  filter: TicketFilter;
  onOpen(ticketId: string): void;
}

/** What the words are found in, best first; the list's filters narrow it if wanted. */
export function SearchResults({ text, filter, onOpen }: Props) {
  const t = useT();
  const select = useUi((s) => s.select);
  const [narrowed, setNarrowed] = useState(false);
  const [conversations, setConversations] = useState(true);
  const { hits, next, loading, error, more, retry } = useSearch(text, narrowed ? filter : null, conversations);
  const open = (hit: SearchHit) => (hit.ticket ? onOpen(hit.ticket.ticketId) : hit.conversation && select(hit.conversation.conversationId));
  const broad = error !== null && GrainlineError.from(error).code === ErrorCode.searchTooBroad;
  return (
    <div className="search-results">
      <div className="view-bar">
        <h2>{t.tickets.resultsOf(text)}</h2>
        {!asksNothing(filter) && (
          <Checkbox checked={narrowed} onChange={(e) => setNarrowed(e.target.checked)}>
            {t.tickets.searchNarrowed}
          </Checkbox>
        )}
        <Checkbox checked={conversations} onChange={(e) => setConversations(e.target.checked)}>
          {t.tickets.searchConversations}
        </Checkbox>
      </div>
      {error !== null ? (
        <State
          tone="alert"
          icon={broad ? <FilterOutlined /> : <DisconnectOutlined />}
          title={broad ? t.tickets.tooBroadTitle : t.tickets.error}
          text={broad ? adminError(error) : errorText(error, t)}
          action={<Button onClick={retry}>{t.app.retry}</Button>}
        />
      ) : hits.length === 0 ? (
        loading ? (
          <RowsSkeleton rows={6} />
        ) : (
          <State icon={<SearchOutlined />} title={t.list.filteredTitle} text={t.tickets.nothingFound} />
        )
      ) : (
        <ol className="hits" aria-label={t.tickets.results} aria-busy={loading}>
          {hits.map((hit, i) => (
            <li key={i}>
              <Hit hit={hit} onOpen={() => open(hit)} />
            </li>
          ))}
          {next !== null && (
            <li>
              <Button loading={loading} onClick={more}>
                {t.list.more}
              </Button>
            </li>
          )}
        </ol>
      )}
    </div>
  );
}

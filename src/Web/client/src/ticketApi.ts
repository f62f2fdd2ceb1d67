import type { RestRequest } from './rest';
import type { Items } from './restTypes';
import type { AuditPage, SavedView, SearchPage, SearchRequest, TicketChanges, TicketFilter, TicketListPage, TicketListQuery } from './ticketListTypes';
import type {
  BulkRunView, CreateTicket, Draft, TicketAction, TicketApplied, TicketLinkKind, TicketSagaView, TicketView, TimelinePage, TransferTicket,
} from './ticketTypes';
import type { Instant } from './wire';

type Call = <T>(path: string, request?: RestRequest) => Promise<T>;

const at = (folder: string, id: string, rest = ''): string => `/${folder}/${encodeURIComponent(id)}${rest}`;

/** The REST calls about tickets. Whoever may ask twice brings the id of the request, saga or run: it is done once. */
export class TicketApi {
  constructor(private readonly call: Call) {}

  async newId(): Promise<string> { return (await this.call<{ ticketId: string }>('/tickets/ids', { method: 'POST' })).ticketId; }
  create(ticket: CreateTicket): Promise<TicketView> { return this.call('/tickets', { body: ticket }); }

  /** `asOf`: as it was then; 600 before it was created. */
  ticket(id: string, asOf?: Instant): Promise<TicketView> { return this.call(at('tickets', id), { query: { asOf } }); }
  timeline(id: string, after: number, limit = 200): Promise<TimelinePage> {
    return this.call(at('tickets', id, '/timeline'), { query: { after, limit } });
  }

  /** All or none. `ifVersion`: 601 when somebody was faster. */
  apply(id: string, requestId: string, actions: TicketAction[], options: { ifVersion?: number; macro?: string } = {}): Promise<TicketApplied> {
    return this.call(at('tickets', id, '/actions'), { body: { requestId, actions, ...options } });
  }

  link(id: string, kind: TicketLinkKind, otherTicketId: string): Promise<TicketView> {
    return this.call(at('tickets', id, '/links'), { body: { kind, otherTicketId } });
  }
  unlink(id: string, kind: TicketLinkKind, otherTicketId: string): Promise<TicketView> {
    return this.call(at('tickets', id, '/links/remove'), { body: { kind, otherTicketId } });
  }

  transfer(id: string, sagaId: string, to: TransferTicket): Promise<TicketSagaView> {
    return this.call(at('tickets', id, '/transfer'), { body: { sagaId, ...to } });
  }
  merge(sagaId: string, ticketIds: string[], into: string): Promise<TicketSagaView> {
    return this.call('/tickets/merge', { body: { sagaId, ticketIds, into } });
  }
  /** `comments`: seqs of those that go on in the new ticket. */
  split(id: string, sagaId: string, comments: number[], subject: string): Promise<TicketSagaView> {
    return this.call(at('tickets', id, '/split'), { body: { sagaId, comments, subject } });
  }
  saga(sagaId: string): Promise<TicketSagaView> { return this.call(at('ticket-sagas', sagaId)); }
  undo(sagaId: string): Promise<TicketSagaView> { return this.call(at('ticket-sagas', sagaId, '/undo'), { method: 'POST' }); }

  list(query: TicketListQuery, cursor: string | null, limit: number): Promise<TicketListPage> {
    return this.call('/tickets/list', { body: { ...query, cursor, limit } });
  }
  changes(filter: TicketFilter, since: number, limit: number): Promise<TicketChanges> {
    return this.call('/tickets/changes', { body: { filter, since, limit } });
  }
  /** At most 1,000 each, which means "or more". */
  async counts(filters: TicketFilter[]): Promise<number[]> {
    return (await this.call<{ counts: number[] }>('/tickets/counts', { body: { filters } })).counts;
  }
  /** 611 when it took too long. */
  search(request: SearchRequest): Promise<SearchPage> { return this.call('/search', { body: request }); }
  /** For those who oversee; `to` is excluded. */
  audit(person: string, from: Instant, to: Instant, cursor?: string, limit = 100): Promise<AuditPage> {
    return this.call('/audit', { query: { person, from, to, cursor, limit } });
  }

  views(): Promise<Items<SavedView>> { return this.call('/ticket-views'); }
  saveView(view: SavedView): Promise<SavedView> { return this.call(at('ticket-views', view.id), { method: 'PUT', body: view }); }
  async removeView(id: string): Promise<void> { await this.call(at('ticket-views', id), { method: 'DELETE' }); }

  startRun(bulkId: string, ticketIds: string[], actions: TicketAction[], macro?: string): Promise<BulkRunView> {
    return this.call('/ticket-runs', { body: { bulkId, ticketIds, actions, macro } });
  }
  run(bulkId: string): Promise<BulkRunView> { return this.call(at('ticket-runs', bulkId)); }
  cancelRun(bulkId: string): Promise<BulkRunView> { return this.call(at('ticket-runs', bulkId, '/cancel'), { method: 'POST' }); }

  drafts(): Promise<Items<Draft>> { return this.call('/drafts'); }
  /** Empty text removes it. `ifVersion`: 601 when another browser has written since. */
  saveDraft(draft: Pick<Draft, 'subject' | 'kind' | 'text'> & { ifVersion?: number | null }): Promise<Draft> {
    return this.call('/drafts', { method: 'PUT', body: draft });
  }
}

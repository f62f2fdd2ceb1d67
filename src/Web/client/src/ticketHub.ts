import { Emitter } from './emitter';
import type { Environment } from './environment';
import { HubWatch } from './hubWatch';
import type { HubLink } from './link';
import type { TicketsMoved } from './ticketListTypes';
import type { BulkRunView, TicketEntryPush, TicketPresencePush, TicketStance, TicketView } from './ticketTypes';

export interface TicketHubEvents {
  /** The lists are written up to a position. */
  moved: TicketsMoved;
  /** Watching has begun, or begun again: what moved before was not heard. */
  watched: TicketsMoved;
  /** Whether every change of the lists is heard has changed. */
  live: void;
  ticket: TicketView;
  entry: TicketEntryPush;
  presence: TicketPresencePush;
  /** A shown ticket's socket is new or gone: what is missing must be asked for. */
  torn: { ticketId: string };
  run: BulkRunView;
  /** Pushes were lost as a whole. */
  resync: void;
}

export const ticketEvents = ['TicketsMoved', 'Ticket', 'TicketEntry', 'TicketPresence', 'TicketResync', 'BulkRun'];

/** What the agent hub tells of tickets; watches are taken up again on each new socket. */
export class TicketHub extends Emitter<TicketHubEvents> {
  readonly #lists: HubWatch<TicketsMoved>;
  readonly #tickets = new Map<string, HubWatch<TicketView>>();
  readonly #runs = new Map<string, HubWatch<BulkRunView | null>>();

  constructor(private readonly link: Pick<HubLink, 'invoke' | 'send' | 'state'>, private readonly env: Environment) {
    super();
    this.#lists = new HubWatch<TicketsMoved>(link, env, { watch: 'WatchTickets', unwatch: 'UnwatchTickets', argument: {} }, (answer) => {
      this.emit('live', undefined);
      if (answer) this.emit('watched', answer);
    });
  }

  /** Every change of the lists will be heard. */
  get live(): boolean { return this.#lists.live; }

  /** Tells when lists have moved, until the answer is called. */
  watchTickets(): () => void { return this.#lists.add(); }

  /** Tells what becomes of one ticket, until the answer is called. */
  watchTicket(ticketId: string): () => void {
    return this.#keep(this.#tickets, ticketId, () => new HubWatch<TicketView>(
      this.link, this.env, { watch: 'WatchTicket', unwatch: 'UnwatchTicket', argument: { ticketId } },
      (view) => (view ? this.emit('ticket', view) : this.emit('torn', { ticketId }))));
  }

  /** Tells how a bulk run goes, until the answer is called. */
  watchRun(bulkId: string): () => void {
    return this.#keep(this.#runs, bulkId, () => new HubWatch<BulkRunView | null>(
      this.link, this.env, { watch: 'WatchRun', unwatch: null, argument: { bulkId } },
      (view) => { if (view?.bulkId) this.emit('run', view); }));
  }

  /** Renewed by the caller at half of 30 seconds; null for gone. Never worth an error. */
  lookAt(ticketId: string, stance: TicketStance | null): void { this.link.send('LookAt', { ticketId, stance }); }

  /** A new socket is open. */
  resume(): void { for (const watch of this.#all()) watch.ask(); }

  /** The socket is gone. */
  tear(): void { for (const watch of this.#all()) watch.tear(); }

  /** Whether the event was one of tickets. */
  hear(name: string, payload: unknown): boolean {
    switch (name) {
      case 'TicketsMoved': this.emit('moved', payload as TicketsMoved); return true;
      case 'Ticket': this.emit('ticket', payload as TicketView); return true;
      case 'TicketEntry': this.emit('entry', payload as TicketEntryPush); return true;
      case 'TicketPresence': this.emit('presence', payload as TicketPresencePush); return true;
      case 'BulkRun': this.emit('run', payload as BulkRunView); return true;
      case 'TicketResync': {
        const { ticketId } = payload as { ticketId: string };
        this.emit('torn', { ticketId });
        this.#tickets.get(ticketId)?.ask();
        return true;
      }
      case 'Resync':
        if ((payload as { conversationId?: string } | null)?.conversationId !== undefined) return false;
        this.emit('resync', undefined);
        return true;
    }
    return false;
  }

  *#all(): Iterable<HubWatch<never>> {
    yield this.#lists as HubWatch<never>;
    for (const map of [this.#tickets, this.#runs]) yield* map.values() as Iterable<HubWatch<never>>;
  }

  #keep<T>(map: Map<string, HubWatch<T>>, id: string, make: () => HubWatch<T>): () => void {
    const watch = map.get(id) ?? make();
    map.set(id, watch);
    const leave = watch.add();
    return () => {
      leave();
      if (!watch.wanted && map.get(id) === watch) map.delete(id);
    };
  }
}

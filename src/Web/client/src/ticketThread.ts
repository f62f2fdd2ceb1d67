import { backoffMs } from './backoff';
import { Emitter } from './emitter';
import type { Environment } from './environment';
import { ErrorCode, GrainlineError } from './errors';
import type { TicketApi } from './ticketApi';
import type { TicketHub } from './ticketHub';
import { TicketLog } from './ticketLog';
import type { TicketAction, TicketEntry, TicketPresence, TicketStance, TicketView } from './ticketTypes';

export interface TicketThreadHost {
  api: Pick<TicketApi, 'ticket' | 'timeline' | 'apply'>;
  hub: Pick<TicketHub, 'on' | 'watchTicket' | 'lookAt'>;
  env: Pick<Environment, 'after' | 'random' | 'newId'>;
  /** Pushed views tell what every agent may do: whoever may do more asks. */
  ownTriggers: boolean;
}

const lookEveryMs = 15_000;
/** How long an entry's push may lag behind its view's before the timeline is asked for it. */
const entryGraceMs = 400;
const earlyAttempts = 6;

/** One shown ticket: its newest view, its whole timeline, who else looks at it; it repairs its own gaps. */
export class TicketThread extends Emitter<{ change: void }> {
  readonly log = new TicketLog();
  #view: TicketView | null = null;
  #present: TicketPresence[] = [];
  #error: GrainlineError | null = null;
  #loaded = false;
  #live = false;
  #syncing: Promise<void> | null = null;
  #stance: TicketStance | null = null;
  #undo: (() => void)[] = [];
  readonly #cancels = new Map<string, () => void>();

  constructor(readonly ticketId: string, private readonly host: TicketThreadHost) { super(); }

  /** Null until the first answer. */
  get view(): TicketView | null { return this.#view; }
  get entries(): readonly TicketEntry[] { return this.log.entries; }
  get present(): readonly TicketPresence[] { return this.#present; }
  /** Why it cannot be shown; a temporary one is being retried. */
  get error(): GrainlineError | null { return this.#error; }
  /** The timeline was complete at some instant. */
  get loaded(): boolean { return this.#loaded; }
  /** Every change is heard. */
  get live(): boolean { return this.#live; }

  open(): void {
    if (this.#undo.length > 0) return;
    const { hub } = this.host;
    this.#undo = [
      hub.on('ticket', (view) => { if (view.ticketId === this.ticketId) this.#hear(view); }),
      hub.on('entry', ({ ticketId, entry }) => { if (ticketId === this.ticketId) this.takeEntry(entry); }),
      hub.on('presence', ({ ticketId, present }) => { if (ticketId === this.ticketId) this.#takePresent(present); }),
      hub.on('torn', ({ ticketId }) => { if (ticketId === this.ticketId) this.#tear(); }),
      hub.on('resync', () => void this.refresh()),
      hub.watchTicket(this.ticketId),
    ];
    void this.refresh();
    this.lookAt('viewing');
  }

  close(): void {
    if (this.#undo.length === 0) return;
    this.lookAt(null);
    for (const undo of this.#undo.splice(0)) undo();
    for (const cancel of this.#cancels.values()) cancel();
    this.#cancels.clear();
  }

  /** What this side's person does with it, told again at half of the time for which it counts. */
  lookAt(stance: TicketStance | null): void {
    if (stance === this.#stance) return;
    this.#stance = stance;
    this.#look();
  }

  /** View and timeline once more; one at a time. */
  refresh(): Promise<void> {
    return (this.#syncing ??= this.#load(true).finally(() => { this.#syncing = null; }));
  }

  /** As one change: all or none. Answers when the change is seen here. */
  async apply(actions: TicketAction[], options: { ifVersion?: number; macro?: string; requestId?: string } = {}): Promise<TicketView> {
    const { requestId = this.host.env.newId(), ...rest } = options;
    const { ticket } = await this.host.api.apply(this.ticketId, requestId, actions, rest);
    this.takeView(ticket);
    return ticket;
  }

  takeView(view: TicketView): void {
    if (this.#view && this.#view.version > view.version) return;
    const before = this.#view;
    // A push that tells no triggers tells the same as before as long as nothing on which they depend has changed.
    const same = before?.state === view.state && before.lifecycle.version === view.lifecycle.version;
    this.#view = { ...view, triggers: view.triggers ?? (same ? (before.triggers ?? []) : []) };
    this.#present = view.present ?? this.#present;
    this.log.tellHead(view.version);
    if (this.log.behind) this.#after('entries', entryGraceMs, () => { if (this.log.behind) void this.#catchUp(); });
    this.#changed();
  }

  takeEntry(entry: TicketEntry): void {
    if (this.log.apply(entry) === 'gap' && this.#loaded) void this.#catchUp();
    this.#changed();
  }

  #hear(view: TicketView): void {
    if (!this.#live) {
      this.#live = true;
      // The first view on this socket: what was pushed before it was not heard.
      if (this.#loaded) void this.#catchUp();
    }
    const older = this.#view;
    this.takeView(view);
    const moved = older === null || older.state !== view.state || older.team !== view.team || older.assignee?.id !== view.assignee?.id;
    if (view.triggers == null ? moved : moved && this.host.ownTriggers) this.#after('own', 0, () => void this.#own());
  }

  #takePresent(present: TicketPresence[]): void {
    this.#present = present;
    this.#changed();
  }

  #tear(): void {
    this.#live = false;
    this.#present = [];
    this.#changed();
  }

  async #own(): Promise<void> {
    try {
      const view = await this.host.api.ticket(this.ticketId);
      if (this.#view && view.version === this.#view.version) this.#view = view;
      else this.takeView(view);
      this.#changed();
    } catch (thrown) {
      // Buttons stay those of every agent until the next view; the ticket itself decides anyway.
      const error = GrainlineError.from(thrown);
      if (error.code === ErrorCode.ticketNotFound) this.#fail(error);
    }
  }

  #catchUp(): Promise<void> {
    return (this.#syncing ??= this.#load(false).finally(() => { this.#syncing = null; }));
  }

  async #load(withView: boolean): Promise<void> {
    for (let attempt = 0; ;) {
      try {
        if (withView) this.takeView(await this.host.api.ticket(this.ticketId));
        for (let known = -1; known < this.log.last && (known < 0 || this.log.behind);) {
          known = this.log.last;
          const page = await this.host.api.timeline(this.ticketId, known);
          this.log.applyPage(page);
          if (page.entries.length === 0 || this.log.last >= page.head) this.log.complete(page.head);
        }
        this.#loaded = true;
        this.#error = null;
        return this.#changed();
      } catch (thrown) {
        const error = GrainlineError.from(thrown);
        this.#fail(error);
        // A ticket that was just made may be asked for a moment before its list knows it.
        const early = error.code === ErrorCode.ticketNotFound && !this.#loaded && attempt < earlyAttempts && this.#view !== null;
        if (this.#undo.length === 0 || (!error.temporary && !early)) return;
        await new Promise<void>((resolve) => this.#after('load', backoffMs(attempt++, this.host.env.random), resolve));
      }
    }
  }

  #fail(error: GrainlineError): void {
    this.#error = error;
    this.#changed();
  }

  #look(): void {
    this.#cancels.get('look')?.();
    this.host.hub.lookAt(this.ticketId, this.#stance);
    if (this.#stance !== null) this.#after('look', lookEveryMs, () => this.#look());
  }

  #after(name: string, ms: number, run: () => void): void {
    this.#cancels.get(name)?.();
    this.#cancels.set(name, this.host.env.after(ms, run));
  }

  #changed(): void { this.emit('change', undefined); }
}

import { backoffMs } from './backoff';
import { Emitter } from './emitter';
import type { Environment } from './environment';
import { ErrorCode, GrainlineError } from './errors';
import type { HubSocket, OpenSocket } from './socket';
import type { GoAwayPush } from './wire';

/** `resuming`: just lost, the first retry or the catch-up is running. `offline`: a retry has failed. `refused`: the server said stay away. */
export type LinkState = 'connecting' | 'online' | 'resuming' | 'offline' | 'refused';

export interface LinkEvents {
  state: LinkState;
  push: { name: string; payload: unknown };
}

export interface LinkOptions {
  /** Absolute URL of the hub, `https` or `http`. */
  url: string;
  events: readonly string[];
  /** Runs on each new socket before the link calls itself online. */
  restore: () => Promise<void>;
  /** Asks anything of the server: used on wake-up to find a dead socket early. */
  probe: () => Promise<unknown>;
  serverTimeoutMs: number;
  keepAliveMs: number;
  callTimeoutMs: number;
}

/** The part of Credentials that a link needs. */
export interface LinkCredentials {
  current(): Promise<{ token: string }>;
  renew(): Promise<unknown>;
  spend(): void;
  watch(due: () => void): () => void;
}

/** A connection that heals: own backoff with jitter, at once when the network or the tab wakes, on the server's word when it says `GoAway`. */
export class HubLink extends Emitter<LinkEvents> {
  #state: LinkState = 'offline';
  #socket: HubSocket | null = null;
  #running = false;
  #attempt = 0;
  #skipWait: (() => void) | null = null;
  #lose: ((error?: GrainlineError) => void) | null = null;
  #verdict: GrainlineError | null = null;
  #returnAfterMs: number | null = null;
  #error: GrainlineError | null = null;
  #undo: (() => void)[] = [];

  constructor(
    private readonly options: LinkOptions, private readonly credentials: LinkCredentials,
    private readonly open: OpenSocket, private readonly env: Environment) {
    super();
  }

  get state(): LinkState { return this.#state; }
  /** Why the link is refused, or why the last attempt failed. */
  get error(): GrainlineError | null { return this.#error; }

  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#attempt = 0;
    this.#verdict = null;
    this.#undo = [this.env.onWake(() => this.#wake()), this.credentials.watch(() => this.#refresh())];
    void this.#run();
  }

  stop(): void {
    if (!this.#running) return;
    this.#running = false;
    for (const undo of this.#undo) undo();
    this.#skipWait?.();
    this.#lose?.();
    this.#become('offline');
  }

  /** Rejects with a GrainlineError, `linkLost` if there is no socket or it broke before the answer. */
  async invoke<T>(method: string, argument?: unknown): Promise<T> {
    const socket = this.#socket;
    if (!socket) throw new GrainlineError(ErrorCode.linkLost, 'Not connected.');
    try {
      return await this.#withTimeout(socket.invoke<T>(method, argument));
    } catch (thrown) {
      const error = GrainlineError.from(thrown);
      if (error.aboutSession && socket === this.#socket) {
        this.credentials.spend();
        this.#lose?.(error);
      }
      throw error;
    }
  }

  /** Fire and forget: lost without a trace when there is no socket. */
  send(method: string, argument: unknown): void {
    const lose = this.#lose;
    this.#socket?.send(method, argument).catch((error: unknown) => lose?.(GrainlineError.from(error)));
  }

  async #run(): Promise<void> {
    let everOnline = false;
    while (this.#running) {
      this.#become(this.#attempt >= 2 ? 'offline' : everOnline ? 'resuming' : 'connecting');
      const wasOnline = await this.#session();
      everOnline ||= wasOnline;
      if (!this.#running) return;
      if (this.#verdict) return this.#refuse(this.#verdict);
      this.#become(this.#attempt === 0 && everOnline ? 'resuming' : 'offline');
      await this.#pause();
    }
  }

  /** One socket's life; tells whether it came online. */
  async #session(): Promise<boolean> {
    const token = await this.#token();
    if (token === null) return false;
    let lost = false;
    let end = () => {};
    const ended = new Promise<void>((resolve) => { end = resolve; });
    // Each socket loses only itself: a dead one may report its end when the next is long up.
    const lose = (error?: GrainlineError) => {
      if (error && !lost) this.#error = error;
      lost = true;
      end();
    };
    this.#lose = lose;
    const opening = this.open({
      ...this.options,
      url: `${this.options.url}?access_token=${encodeURIComponent(token)}`,
      onEvent: (name, payload) => this.#receive(name, payload),
      onClose: (error) => lose(GrainlineError.from(error ?? 'Closed.')),
    });
    let socket: HubSocket;
    try {
      socket = await this.#withTimeout(opening);
    } catch (thrown) {
      this.#error = GrainlineError.from(thrown);
      // Given up on, but it may still open one day.
      opening.then((late) => late.stop()).catch(() => undefined);
      // Browsers hide why a WebSocket was refused. Now and then ask for a new token: that call can tell.
      if (this.#attempt % 3 === 1) this.credentials.spend();
      return false;
    }
    this.#socket = socket;
    await Promise.race([this.options.restore(), ended]);
    const online = !lost;
    // Earlier failures are forgiven only once a socket has lasted: a server that takes and drops sockets must not be hammered.
    const disarm = this.env.after(10_000, () => { this.#attempt = 0; });
    if (online) this.#become('online');
    await ended;
    disarm();
    this.#socket = null;
    this.#lose = null;
    // A dead peer never answers the closing handshake, so nobody waits for it; a failure to close a lost socket says nothing new.
    socket.stop().catch(() => undefined);
    return online;
  }

  async #token(): Promise<string | null> {
    try {
      return (await this.credentials.current()).token;
    } catch (thrown) {
      this.#error = GrainlineError.from(thrown);
      if (!this.#error.temporary) this.#verdict = this.#error;
      return null;
    }
  }

  #receive(name: string, payload: unknown): void {
    if (name !== 'GoAway') return this.emit('push', { name, payload });
    const { code, reason, retryAfterMs } = payload as GoAwayPush;
    const error = new GrainlineError(code, reason);
    if (code >= 3500) this.#verdict = error;
    else this.#returnAfterMs = retryAfterMs;
    this.#lose?.(error);
  }

  async #pause(): Promise<void> {
    const invited = this.#returnAfterMs;
    this.#returnAfterMs = null;
    const wait = invited === null ? backoffMs(this.#attempt++, this.env.random) : invited * (1 + this.env.random() / 4);
    await new Promise<void>((resolve) => {
      const cancel = this.env.after(wait, resolve);
      this.#skipWait = () => { cancel(); resolve(); };
    });
    this.#skipWait = null;
  }

  #wake(): void {
    this.#skipWait?.();
    if (this.#state !== 'online') return;
    // After a sleep the socket may look alive for a while: ask, and give the answer little time.
    const lose = this.#lose;
    this.#withTimeout(this.options.probe(), this.options.callTimeoutMs / 3)
      .catch((thrown: unknown) => { if (!GrainlineError.from(thrown).aboutCall) lose?.(GrainlineError.from(thrown)); });
  }

  /** The token is about to end: take a new one, then a new socket with it. */
  #refresh(): void {
    this.credentials.renew().then(() => this.#lose?.(), (error: unknown) => { this.#error = GrainlineError.from(error); });
  }

  #refuse(error: GrainlineError): void {
    this.#error = error;
    this.#running = false;
    for (const undo of this.#undo) undo();
    this.#become('refused');
  }

  #become(state: LinkState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.emit('state', state);
  }

  #withTimeout<T>(call: Promise<T>, ms = this.options.callTimeoutMs): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const cancel = this.env.after(ms, () => reject(new GrainlineError(ErrorCode.timedOut, 'No answer in time.')));
      call.then(resolve, reject).finally(cancel);
    });
  }
}

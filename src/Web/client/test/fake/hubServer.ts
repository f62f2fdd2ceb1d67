import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

/** A refusal as the real hub words it. */
export class Refused extends Error {
  constructor(code: number, text: string) {
    super(`An unexpected error occurred invoking 'X' on the server. HubException: ${code}: ${text}`);
  }
}

export interface Faults {
  /** What becomes of a push: how often it is delivered, and after how many milliseconds each time. */
  push(): number[];
  /** The answer of a call is lost. */
  losesAnswer(): boolean;
  /** The socket is cut after this frame. */
  cuts(): boolean;
}

export const noFaults: Faults = { push: () => [0], losesAnswer: () => false, cuts: () => false };

export type Call = (socket: HubPeer, method: string, argument: never) => unknown;

/** One socket as the server sees it. */
export class HubPeer {
  readonly subscriptions = new Set<string>();
  readonly token: string;

  constructor(private readonly socket: WebSocket, url: string, private readonly server: HubServer) {
    this.token = new URL(url, 'http://x').searchParams.get('access_token') ?? '';
  }

  push(target: string, argument: unknown): void {
    for (const delay of this.server.faults.push()) {
      const deliver = () => this.write({ type: 1, target, arguments: [argument] });
      if (delay === 0) deliver();
      else setTimeout(deliver, delay);
    }
  }

  write(frame: object): void {
    if (this.server.mute) return;
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(JSON.stringify(frame) + '\x1e');
    if (this.server.faults.cuts()) this.cut();
  }

  /** As a dying process or network cuts: no closing handshake. */
  cut(): void { this.socket.terminate(); }
}

/** Speaks the JSON hub protocol, badly if `faults` says so. */
export class HubServer {
  readonly peers = new Set<HubPeer>();
  faults: Faults = noFaults;
  connections = 0;
  /** Half-open: takes frames, never answers or pings. */
  mute = false;
  /** Answers the WebSocket upgrade with this status instead of taking it. */
  refuseWith: number | null = null;
  #server: WebSocketServer;
  #pings: NodeJS.Timeout;

  private constructor(private readonly call: Call, pingMs: number) {
    this.#server = new WebSocketServer({
      port: 0, host: '127.0.0.1',
      verifyClient: (_info, done) => (this.refuseWith === null ? done(true) : done(false, this.refuseWith)),
    });
    this.#server.on('connection', (socket, request) => this.#accept(socket, request.url ?? '/'));
    this.#pings = setInterval(() => { for (const peer of this.peers) peer.write({ type: 6 }); }, pingMs);
  }

  static async start(call: Call, pingMs = 40): Promise<HubServer> {
    const server = new HubServer(call, pingMs);
    await new Promise<void>((resolve) => server.#server.once('listening', resolve));
    return server;
  }

  get url(): string { return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`; }

  async stop(): Promise<void> {
    clearInterval(this.#pings);
    for (const peer of this.peers) peer.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #accept(socket: WebSocket, url: string): void {
    this.connections++;
    const peer = new HubPeer(socket, url, this);
    let shaken = false;
    socket.on('close', () => this.peers.delete(peer));
    socket.on('message', (data: Buffer) => {
      for (const text of data.toString().split('\x1e')) {
        if (text === '' || this.mute) continue;
        if (shaken) this.#frame(peer, JSON.parse(text));
        else {
          shaken = true;
          socket.send('{}\x1e');
          this.peers.add(peer);
        }
      }
    });
  }

  #frame(peer: HubPeer, frame: { type: number; invocationId?: string; target: string; arguments: unknown[] }): void {
    if (frame.type !== 1) return;
    let answer: object;
    try {
      answer = { type: 3, invocationId: frame.invocationId, result: this.call(peer, frame.target, frame.arguments[0] as never) ?? null };
    } catch (error) {
      answer = { type: 3, invocationId: frame.invocationId, error: (error as Error).message };
    }
    if (frame.invocationId !== undefined && !this.faults.losesAnswer()) peer.write(answer);
  }
}

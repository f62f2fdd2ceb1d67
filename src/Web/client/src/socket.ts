import { HttpTransportType, HubConnectionBuilder, LogLevel, type IHttpConnectionOptions } from '@microsoft/signalr';
import type { Environment } from './environment';

/** One physical connection. It never reconnects by itself. */
export interface HubSocket {
  invoke<T>(method: string, argument?: unknown): Promise<T>;
  send(method: string, argument: unknown): Promise<void>;
  stop(): Promise<void>;
}

export interface SocketRequest {
  url: string;
  events: readonly string[];
  onEvent(name: string, payload: unknown): void;
  onClose(error: Error | undefined): void;
  /** Silence for longer than this is a dead peer. */
  serverTimeoutMs: number;
  keepAliveMs: number;
}

export type OpenSocket = (request: SocketRequest) => Promise<HubSocket>;

export function signalRSockets(env: Environment): OpenSocket {
  return async (request) => {
    // SignalR reads `WebSocket` but leaves it out of its types.
    const options: IHttpConnectionOptions & { WebSocket?: Environment['WebSocket'] } = { skipNegotiation: true, transport: HttpTransportType.WebSockets };
    if (env.WebSocket) options.WebSocket = env.WebSocket;
    const connection = new HubConnectionBuilder()
      .withUrl(request.url, options)
      // The URL carries the token: SignalR's own log would write it down.
      .configureLogging(LogLevel.None)
      .withServerTimeout(request.serverTimeoutMs)
      .withKeepAliveInterval(request.keepAliveMs)
      .build();
    for (const name of request.events) connection.on(name, (payload: unknown) => request.onEvent(name, payload));
    connection.onclose((error) => request.onClose(error));
    await connection.start();
    return {
      invoke: (method, argument) => (argument === undefined ? connection.invoke(method) : connection.invoke(method, argument)),
      send: (method, argument) => connection.send(method, argument),
      stop: () => connection.stop(),
    };
  };
}

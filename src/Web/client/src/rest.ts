import type { Environment } from './environment';
import { ErrorCode, GrainlineError } from './errors';

export interface RestRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  token?: string | null | undefined;
  body?: unknown;
  query?: Record<string, string | number | undefined> | undefined;
}

/** Calls the REST API; problems become GrainlineErrors, a broken network `linkLost`. */
export async function rest<T>(env: Pick<Environment, 'fetch'>, baseUrl: string, path: string, request: RestRequest = {}): Promise<T> {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(request.query ?? {})) if (value !== undefined) query.set(key, String(value));
  const headers: Record<string, string> = {};
  if (request.token) headers['authorization'] = `Bearer ${request.token}`;
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  const init: RequestInit = { method: request.method ?? (request.body === undefined ? 'GET' : 'POST'), headers, credentials: 'omit' };
  if (request.body !== undefined) init.body = JSON.stringify(request.body);
  // Called without its owner: browsers refuse `fetch` as a method of anything but the window.
  const call = env.fetch;
  let response: Response;
  try {
    response = await call(`${baseUrl}/api/v1${path}${query.size > 0 ? `?${query}` : ''}`, init);
  } catch (error) {
    throw new GrainlineError(ErrorCode.linkLost, error instanceof Error ? error.message : String(error));
  }
  const text = await response.text();
  const json = parse(text);
  if (response.ok) return json as T;
  throw problem(response.status, json as { code?: number; detail?: string; title?: string } | undefined);
}

function problem(status: number, body: { code?: number; detail?: string; title?: string } | undefined): GrainlineError {
  if (typeof body?.code === 'number') return new GrainlineError(body.code, body.detail ?? body.title ?? '');
  // A proxy answered, not Grainline: only its status speaks.
  const code = status === 401 ? ErrorCode.unauthenticated : status === 403 ? ErrorCode.forbidden : status === 429 ? ErrorCode.rateLimited
    : status >= 500 ? ErrorCode.internal : ErrorCode.invalidArgument;
  return new GrainlineError(code, `HTTP ${status}`);
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Stored { length: number; bytes: Buffer; metadata: string }

/** As much of a tus server as the client needs, with faults on demand. */
export class TusServer {
  readonly uploads = new Map<string, Stored>();
  readonly asked: { method: string; path: string; authorization: string | undefined }[] = [];
  /** Answers instead of the server, once each, by method. */
  readonly faults: { method: string; status: number; body: string }[] = [];
  /** PATCH breaks the connection after so many bytes, once. */
  cutAfter: number | null = null;
  stages: string[] = ['ready'];
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '' } = request;
    this.asked.push({ method, path, authorization: request.headers.authorization });
    response.setHeader('Tus-Resumable', '1.0.0');
    const fault = this.faults.find((f) => f.method === method);
    if (fault) {
      this.faults.splice(this.faults.indexOf(fault), 1);
      request.resume();
      return void response.writeHead(fault.status, { 'content-type': 'application/problem+json' }).end(fault.body);
    }
    const id = path.split('/')[4] ?? '';
    const upload = this.uploads.get(id);
    if (method === 'POST' && path.endsWith('/links')) {
      const expiresAt = new Date(Date.now() + 300_000).toISOString();
      return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ url: `/files/${id}-${this.asked.length}`, expiresAt }));
    }
    if (method === 'POST') {
      const next = `u${this.uploads.size + 1}`;
      this.uploads.set(next, { length: Number(request.headers['upload-length']), bytes: Buffer.alloc(0), metadata: String(request.headers['upload-metadata']) });
      return void response.writeHead(201, { location: `/api/v1/attachments/${next}` }).end();
    }
    if (!upload) return void response.writeHead(404).end();
    if (method === 'HEAD') return void response.writeHead(200, { 'upload-offset': upload.bytes.length, 'upload-length': upload.length }).end();
    if (method === 'GET') {
      const stage = this.stages.length > 1 ? this.stages.shift() : this.stages[0];
      return void response.writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ id, name: 'a.txt', contentType: 'text/plain', bytes: upload.length, stage, expiresAt: null, previewWidth: null, previewHeight: null }));
    }
    if (method === 'DELETE') {
      this.uploads.delete(id);
      return void response.writeHead(204).end();
    }
    for await (const chunk of request) {
      upload.bytes = Buffer.concat([upload.bytes, chunk as Buffer]);
      if (this.cutAfter === null || upload.bytes.length < this.cutAfter) continue;
      upload.bytes = upload.bytes.subarray(0, this.cutAfter);
      this.cutAfter = null;
      request.socket.destroy();
      return;
    }
    response.writeHead(204, { 'upload-offset': upload.bytes.length }).end();
  }
}

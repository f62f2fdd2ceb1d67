import type { HttpRequest, Upload as TusUpload, UploadOptions } from 'tus-js-client';
import { backoffMs } from './backoff';
import { Emitter } from './emitter';
import { ErrorCode, GrainlineError } from './errors';
import type { AttachmentStatus, FilesHost } from './files';
import { makePreview } from './preview';
import { rememberUploads } from './uploadMemory';
import type { AttachmentView } from './wire';

/** What is sent: a `File` is one. */
export interface UploadSource {
  name: string;
  size: number;
  type: string;
  lastModified?: number;
}

/** `waiting`: the link is away, it goes on by itself. `checking`: all is there, the server looks at it. */
export type UploadState = 'uploading' | 'waiting' | 'paused' | 'checking' | 'ready' | 'failed' | 'cancelled';

/** Proxies often bound a request's size, and what was sent in a piece that breaks off may be lost: not too large, not too small. */
const pieceBytes = 16 * 1024 * 1024;
const retryDelays = [0, 500, 1_000, 2_000, 4_000, 8_000, 15_000];
const checkAgainMs = 10_000;

/** One file on its way. Ends as `ready`, `failed` or `cancelled`; `failed` may be resumed. */
export class Upload extends Emitter<{ change: void }> {
  #state: UploadState = 'paused';
  #sent = 0;
  #error: GrainlineError | null = null;
  #attachment: AttachmentView | null = null;
  #tus: TusUpload | null = null;
  #run = 0;
  #stopWaking: () => void = () => {};

  /** Made by `Files.upload`. */
  constructor(readonly source: UploadSource, private readonly host: FilesHost, private readonly status: (id: string) => Promise<AttachmentStatus>) {
    super();
  }

  get state(): UploadState { return this.#state; }
  /** Bytes that the server has. */
  get sent(): number { return this.#sent; }
  /** Why it failed, or waits. */
  get error(): GrainlineError | null { return this.#error; }
  /** Once it is ready. */
  get attachment(): AttachmentView | null { return this.#attachment; }
  get over(): boolean { return this.#state === 'ready' || this.#state === 'cancelled'; }

  /** Starts, or goes on after `pause` or a failure. */
  resume(): void {
    if (this.over || this.#state === 'uploading' || this.#state === 'checking') return;
    this.#stopWaking();
    this.#error = null;
    this.#become('uploading');
    void this.#go(++this.#run);
  }

  pause(): void {
    if (this.#state !== 'uploading' && this.#state !== 'waiting') return;
    this.#stop();
    this.#become('paused');
  }

  /** The server forgets it too, as far as it can be reached; otherwise it forgets by itself after a day. */
  async cancel(): Promise<void> {
    if (this.#state === 'cancelled') return;
    this.#stop();
    this.#become('cancelled');
    // A withdrawal that does not arrive needs nobody's attention: the server's own clock does it.
    await this.#tus?.abort(true).catch(() => undefined);
  }

  async #go(run: number): Promise<void> {
    try {
      const preview = makePreview(this.source);
      await this.#send(run);
      if (run !== this.#run) return;
      this.#become('checking');
      const id = this.#tus!.url!.split('/').at(-1)!;
      await this.#addPreview(id, await preview);
      this.#attachment = await this.#checked(id, run);
      if (run === this.#run) this.#become('ready');
    } catch (thrown) {
      if (run === this.#run) this.#fail(fault(thrown));
    }
  }

  async #send(run: number): Promise<void> {
    const { Upload: Tus } = await import('tus-js-client');
    if (run !== this.#run) return;
    await new Promise<void>((resolve, reject) => {
      const upload = new Tus(this.source as File, this.#options(run, resolve, reject));
      this.#tus = upload;
      upload.findPreviousUploads().then((known) => {
        if (run !== this.#run) return;
        if (known[0]) upload.resumeFromPreviousUpload(known[0]);
        upload.start();
      }, reject);
    });
  }

  #options(run: number, resolve: () => void, reject: (error: unknown) => void): UploadOptions {
    return {
      endpoint: `${this.host.baseUrl}/api/v1/attachments`,
      metadata: { filename: this.source.name, filetype: this.source.type },
      uploadSize: this.source.size,
      chunkSize: pieceBytes,
      retryDelays,
      removeFingerprintOnSuccess: true,
      urlStorage: rememberUploads(this.host.storage, this.host.scope),
      fingerprint: () => Promise.resolve([this.source.name, this.source.type, this.source.size, this.source.lastModified ?? 0].join('|')),
      onBeforeRequest: async (request: HttpRequest) => request.setHeader('Authorization', `Bearer ${await this.host.token()}`),
      onShouldRetry: (error) => fault(error).temporary || error.originalResponse?.getStatus() === 409,
      onProgress: (sent) => {
        if (run !== this.#run) return;
        this.#sent = sent;
        this.emit('change', undefined);
      },
      onSuccess: () => resolve(),
      onError: reject,
    };
  }

  async #addPreview(id: string, preview: Blob | null): Promise<void> {
    if (!preview) return;
    const call = this.host.env.fetch;
    // A file without its small picture is still the file: a failure here is not the upload's.
    await call(`${this.host.baseUrl}/api/v1/attachments/${id}/preview`, {
      method: 'PUT', body: preview, credentials: 'omit', headers: { authorization: `Bearer ${await this.host.token()}`, 'content-type': preview.type },
    }).catch(() => undefined);
  }

  /** A scanner may take its time. */
  async #checked(id: string, run: number): Promise<AttachmentView> {
    for (let attempt = 0; ; attempt++) {
      const { stage, id: known, name, contentType, bytes, previewWidth, previewHeight } = await this.status(id);
      if (stage === 'ready' || run !== this.#run) return { id: known, name, contentType, bytes, previewWidth: previewWidth ?? null, previewHeight: previewHeight ?? null };
      await new Promise<void>((resolve) => this.host.env.after(Math.min(checkAgainMs, backoffMs(attempt, this.host.env.random)), resolve));
    }
  }

  #fail(error: GrainlineError): void {
    this.#error = error;
    this.#become(error.temporary ? 'waiting' : 'failed');
    if (!error.temporary) return;
    const again = this.host.env.after(checkAgainMs, () => this.resume());
    const wake = this.host.env.onWake(() => this.resume());
    this.#stopWaking = () => {
      again();
      wake();
    };
  }

  #stop(): void {
    this.#run++;
    this.#stopWaking();
    void this.#tus?.abort();
  }

  #become(state: UploadState): void {
    this.#state = state;
    this.emit('change', undefined);
  }
}

/** The protocol's errors carry the server's answer; without one the link broke. */
function fault(error: unknown): GrainlineError {
  const response = (error as { originalResponse?: { getStatus(): number; getBody(): string } | null }).originalResponse;
  if (!response) return GrainlineError.from(error);
  const status = response.getStatus();
  try {
    const body = JSON.parse(response.getBody()) as { code?: unknown; detail?: string };
    if (typeof body.code === 'number') return new GrainlineError(body.code === ErrorCode.uploadBusy ? ErrorCode.overloaded : body.code, body.detail ?? '');
  } catch {
    // No answer of ours: a proxy's page, or none at all. Its status speaks.
  }
  const code = status === 423 || status >= 500 ? ErrorCode.overloaded : status === 410 ? ErrorCode.attachmentGone : status === 404 ? ErrorCode.attachmentNotFound
    : status === 413 ? ErrorCode.attachmentTooLarge : status === 415 ? ErrorCode.attachmentRefused : status === 401 ? ErrorCode.unauthenticated
      : status === 0 ? ErrorCode.linkLost : ErrorCode.invalidArgument;
  return new GrainlineError(code, `HTTP ${status}`);
}

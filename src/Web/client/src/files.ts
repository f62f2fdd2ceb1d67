import type { Environment } from './environment';
import type { KeyValueStorage } from './outboxStorage';
import { rest } from './rest';
import { Upload, type UploadSource } from './upload';
import type { AttachmentView, Instant } from './wire';

export interface AttachmentStatus extends AttachmentView {
  /** Only what is `ready` can be sent or read. */
  stage: 'uploading' | 'scanning' | 'ready' | 'refused' | 'deleted';
  /** When it is deleted if nothing happens to it. */
  expiresAt: Instant | null;
}

export interface FileLink {
  /** Works for whoever has it, until `expiresAt`. */
  url: string;
  expiresAt: Instant;
}

export interface FilesHost {
  baseUrl: string;
  /** A token that is fresh now; asked before each request. */
  token(): Promise<string>;
  env: Environment;
  /** Where unfinished uploads are remembered. */
  storage: KeyValueStorage;
  /** Keeps the uploads of two people at one browser apart. */
  scope: string;
}

/** A link is asked for anew when it has less than this left: a picture that is drawn later must still load. */
const spareMs = 30_000;

/** Files of one person: sending them, and getting to those that one may see. */
export class Files {
  readonly #links = new Map<string, Promise<FileLink>>();

  constructor(private readonly host: FilesHost) {}

  /** Starts at once. The same file again, after a reload or a lost link, goes on where it was. */
  upload(source: UploadSource): Upload {
    const upload = new Upload(source, this.host, (id) => this.status(id));
    upload.resume();
    return upload;
  }

  async status(id: string): Promise<AttachmentStatus> {
    return rest(this.host.env, this.host.baseUrl, `/attachments/${encodeURIComponent(id)}`, { token: await this.host.token() });
  }

  /** A short-lived address: `preview` of the small picture, `save` of the file to be saved rather than shown. */
  link(id: string, which: 'show' | 'save' | 'preview' = 'show'): Promise<FileLink> {
    const key = `${which} ${id}`;
    const known = this.#links.get(key) ?? Promise.resolve(null);
    const next = known.catch(() => null).then((link) => (link && Date.parse(link.expiresAt) - this.host.env.now() > spareMs ? link : this.#ask(id, which)));
    this.#links.set(key, next);
    return next;
  }

  async #ask(id: string, which: 'show' | 'save' | 'preview'): Promise<FileLink> {
    const { env, baseUrl } = this.host;
    const link = await rest<FileLink>(env, baseUrl, `/attachments/${encodeURIComponent(id)}/links`, {
      token: await this.host.token(), body: { preview: which === 'preview', save: which === 'save' },
    });
    return { ...link, url: `${baseUrl}${link.url}` };
  }
}

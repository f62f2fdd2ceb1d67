import { Emitter, type AttachmentView, type Files, type Upload } from '@grainline/client';

/** The server's limit for one message. */
export const mostFiles = 10;

/** Files that wait in one composer. They live beside the page, so that looking at another conversation does not break an upload off. */
export class PendingFiles extends Emitter<{ change: void }> {
  #uploads: Upload[] = [];

  get uploads(): readonly Upload[] { return this.#uploads; }
  /** All of them are there: they may be sent. */
  get ready(): boolean { return this.#uploads.every((u) => u.state === 'ready'); }
  get attachments(): AttachmentView[] { return this.#uploads.flatMap((u) => u.attachment ?? []); }

  /** Answers how many did not fit. */
  add(files: Files, chosen: Iterable<File>): number {
    let left = 0;
    for (const file of chosen) {
      if (this.#uploads.length >= mostFiles) left++;
      else this.#follow(files.upload(file));
    }
    this.emit('change', undefined);
    return left;
  }

  remove(upload: Upload): void {
    this.#uploads = this.#uploads.filter((u) => u !== upload);
    void upload.cancel();
    this.emit('change', undefined);
  }

  /** They belong to a message now. */
  taken(): void {
    this.#uploads = [];
    this.emit('change', undefined);
  }

  #follow(upload: Upload): void {
    this.#uploads = [...this.#uploads, upload];
    upload.on('change', () => this.emit('change', undefined));
  }
}

const composers = new Map<string, PendingFiles>();

export function pendingFilesOf(agentId: string, conversationId: string, tab: string): PendingFiles {
  const key = `${agentId} ${conversationId} ${tab}`;
  const known = composers.get(key) ?? new PendingFiles();
  composers.set(key, known);
  return known;
}

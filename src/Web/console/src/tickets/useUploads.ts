/** One file on its way or there. */
export interface UploadItem {
  key: string;
  name: string;
  bytes: number;
  /** Bytes that the server has. */
  sent: number;
  /** The attachment's id, once all of it is there. */
  id: string | null;
  error: unknown;
}

export interface Uploads {
  items: UploadItem[];
  /** Attachments that may be sent along. */
  ids: string[];
  /** Nothing is on its way any more. */
  ready: boolean;
  /** Files can be sent at all. */
  able: boolean;
  add(files: readonly File[]): void;
  remove(key: string): void;
  retry(key: string): void;
  clear(): void;
  /** For the element that files may be dropped on or pasted into. */
  drop: object;
}

const nothing = () => undefined;
const none: Uploads = { items: [], ids: [], ready: true, able: false, add: nothing, remove: nothing, retry: nothing, clear: nothing, drop: {} };

/** Files that go along with the words of a composer. The server takes none yet. */
export const useUploads = (): Uploads => none;

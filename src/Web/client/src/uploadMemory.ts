import type { PreviousUpload, UrlStorage } from 'tus-js-client';
import type { KeyValueStorage } from './outboxStorage';

type Kept = Omit<PreviousUpload, 'urlStorageKey'>;

/** Remembers unfinished uploads by what the file is, so that choosing the same file again goes on with it. At most twenty: the server forgets them in a day. */
export function rememberUploads(storage: KeyValueStorage, scope: string): UrlStorage {
  const key = `grainline.uploads.${scope}`;
  const read = (): Record<string, Kept> => {
    try {
      return JSON.parse(storage.getItem(key) ?? '{}') as Record<string, Kept>;
    } catch {
      // Written by something else: there is nothing to go on with.
      return {};
    }
  };
  const write = (all: Record<string, Kept>): void => {
    const newest = Object.entries(all).slice(-20);
    if (newest.length === 0) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(Object.fromEntries(newest)));
  };
  const found = (all: Record<string, Kept>, fits: (fingerprint: string) => boolean): PreviousUpload[] =>
    Object.entries(all).filter(([fingerprint]) => fits(fingerprint)).map(([urlStorageKey, kept]) => ({ ...kept, urlStorageKey }));
  return {
    findAllUploads: () => Promise.resolve(found(read(), () => true)),
    findUploadsByFingerprint: (fingerprint) => Promise.resolve(found(read(), (known) => known === fingerprint)),
    removeUpload: (fingerprint) => {
      const { [fingerprint]: _, ...rest } = read();
      write(rest);
      return Promise.resolve();
    },
    addUpload: (fingerprint, upload) => {
      const { [fingerprint]: _, ...rest } = read();
      write({ ...rest, [fingerprint]: upload });
      return Promise.resolve(fingerprint);
    },
  };
}

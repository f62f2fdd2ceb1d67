import type { Upload } from '@grainline/client';
import { useEffect, useReducer, useRef } from 'preact/hooks';
import { useAround } from './context';

const mostFiles = 10;

/** The files of the message that is being written. */
export function useUploads() {
  const { files } = useAround();
  const uploads = useRef<Upload[]>([]);
  const [, changed] = useReducer((n: number) => n + 1, 0);
  // Whoever goes back to the first page gives them up; the same file chosen again goes on where it was.
  useEffect(() => () => { for (const upload of uploads.current) upload.pause(); }, []);

  return {
    uploads: uploads.current,
    ready: uploads.current.every((u) => u.state === 'ready'),
    add(chosen: Iterable<File>) {
      for (const file of [...chosen].slice(0, mostFiles - uploads.current.length)) {
        const upload = files.upload(file);
        upload.on('change', () => changed(undefined));
        uploads.current = [...uploads.current, upload];
      }
      changed(undefined);
    },
    remove(upload: Upload) {
      uploads.current = uploads.current.filter((u) => u !== upload);
      void upload.cancel();
      changed(undefined);
    },
    taken() {
      uploads.current = [];
      changed(undefined);
    },
  };
}

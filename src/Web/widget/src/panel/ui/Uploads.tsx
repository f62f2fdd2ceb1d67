import { fileSize, type Upload } from '@grainline/client';
import { useRef } from 'preact/hooks';
import { useAround } from './context';
import { Icon } from './icons';

export function ClipButton({ add }: { add(files: Iterable<File>): void }) {
  const { t } = useAround();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="clip" aria-label={t.attach} onClick={() => input.current?.click()}><Icon name="clip" /></button>
      <input ref={input} type="file" multiple hidden onChange={(e) => {
        add([...(e.currentTarget.files ?? [])]);
        // The same file may be chosen again.
        e.currentTarget.value = '';
      }} />
    </>
  );
}

/** Files on their way: how far each is, and what can be done about it. */
export function UploadRows({ uploads, remove }: { uploads: readonly Upload[]; remove(upload: Upload): void }) {
  const { t } = useAround();
  if (uploads.length === 0) return null;
  return (
    <ul class="uploads" aria-label={t.files}>
      {uploads.map((upload, i) => <Row key={`${upload.source.name} ${i}`} upload={upload} remove={() => remove(upload)} />)}
    </ul>
  );
}

function Row({ upload, remove }: { upload: Upload; remove(): void }) {
  const { t, locale } = useAround();
  const { state, error, sent, source } = upload;
  const why = state === 'failed' && error ? (t.fileWhy[error.code] ?? t.fileStates.failed) : t.fileStates[state];
  return (
    <li class={state}>
      <span class="name">{source.name}</span>
      <small role={state === 'failed' ? 'alert' : undefined}>{why} · {fileSize(source.size, locale)}</small>
      {state !== 'ready' && state !== 'failed' && <progress value={sent} max={Math.max(1, source.size)} aria-label={t.fileProgress(source.name)} />}
      {state === 'uploading' && <button type="button" class="tool" aria-label={t.filePause(source.name)} onClick={() => upload.pause()}><Icon name="pause" size={16} /></button>}
      {(state === 'paused' || state === 'failed' || state === 'waiting') && (
        <button type="button" class="tool" aria-label={t.fileResume(source.name)} onClick={() => upload.resume()}><Icon name="play" size={16} /></button>
      )}
      <button type="button" class="tool" aria-label={t.fileRemove(source.name)} onClick={remove}><Icon name="cross" size={16} /></button>
    </li>
  );
}

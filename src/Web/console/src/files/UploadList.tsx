import { CaretRightOutlined, CloseOutlined, FileOutlined, PauseOutlined, ReloadOutlined } from '@ant-design/icons';
import { fileSize, type Upload } from '@grainline/client';
import type { ReactNode } from 'react';
import { errorText } from '../common/errorText';
import { useLanguage, useT } from '../i18n/language';
import type { PendingFiles } from './pendingFiles';

/** Files on their way, each with its progress and what can be done about it. */
export function UploadList({ pending }: { pending: PendingFiles }) {
  const t = useT();
  if (pending.uploads.length === 0) return null;
  return (
    <ul className="uploads" aria-label={t.files.label}>
      {pending.uploads.map((upload, i) => (
        <UploadRow key={`${upload.source.name} ${i}`} upload={upload} remove={() => pending.remove(upload)} />
      ))}
    </ul>
  );
}

function UploadRow({ upload, remove }: { upload: Upload; remove(): void }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const { name, size } = upload.source;
  const { state } = upload;
  const share = size === 0 ? 1 : upload.sent / size;
  return (
    <li className="upload" data-state={state}>
      <FileOutlined aria-hidden />
      <span className="upload-name ellipsis" title={name}>
        {name}
      </span>
      <span className="upload-facts muted num" role={state === 'failed' ? 'alert' : undefined}>
        {state === 'failed' && upload.error ? errorText(upload.error, t) : state === 'uploading' ? `${Math.floor(share * 100)} %` : t.files.states[state]}
        {' · '}
        {fileSize(size, language)}
      </span>
      {state === 'uploading' && <RowButton label={t.files.pause(name)} icon={<PauseOutlined />} onClick={() => upload.pause()} />}
      {state === 'paused' && <RowButton label={t.files.resume(name)} icon={<CaretRightOutlined />} onClick={() => upload.resume()} />}
      {(state === 'failed' || state === 'waiting') && <RowButton label={t.files.retry(name)} icon={<ReloadOutlined />} onClick={() => upload.resume()} />}
      <RowButton label={t.files.remove(name)} icon={<CloseOutlined />} onClick={remove} />
      {state !== 'ready' && state !== 'failed' && <progress className="upload-bar" value={upload.sent} max={Math.max(1, size)} aria-label={t.files.progress(name)} />}
    </li>
  );
}

function RowButton({ label, icon, onClick }: { label: string; icon: ReactNode; onClick(): void }) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={onClick}>
      {icon}
    </button>
  );
}

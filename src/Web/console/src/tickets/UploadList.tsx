import { CloseOutlined, PaperClipOutlined, ReloadOutlined } from '@ant-design/icons';
import { Progress } from 'antd';
import { useRef } from 'react';
import { errorText } from '../common/errorText';
import { useLanguage, useT } from '../i18n/language';
import { bytesText } from './bytes';
import type { Uploads } from './useUploads';

/** Files that will go along with the words, each with how much of it the server has. */
export function UploadList({ uploads }: { uploads: Uploads }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const input = useRef<HTMLInputElement>(null);
  if (!uploads.able) return null;
  return (
    <div className="uploads">
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(e) => {
          uploads.add([...(e.target.files ?? [])]);
          e.target.value = '';
        }}
      />
      <button type="button" className="icon-button" aria-label={t.ticket.attach} title={t.ticket.attach} onClick={() => input.current?.click()}>
        <PaperClipOutlined aria-hidden />
      </button>
      <ul className="attachments" aria-label={t.ticket.attachments}>
        {uploads.items.map((u) => (
          <li key={u.key}>
            <span className="ellipsis">{u.name}</span>
            <span className="muted num">{bytesText(u.bytes, language)}</span>
            {u.id === null && u.error === null && (
              <Progress size="small" className="upload-progress" percent={Math.round((u.sent / Math.max(1, u.bytes)) * 100)} aria-label={u.name} />
            )}
            {u.error !== null && (
              <>
                <span className="field-error" role="alert">
                  {errorText(u.error, t)}
                </span>
                <button type="button" className="icon-button small" aria-label={`${t.app.retry}: ${u.name}`} onClick={() => uploads.retry(u.key)}>
                  <ReloadOutlined aria-hidden />
                </button>
              </>
            )}
            <button type="button" className="icon-button small" aria-label={`${t.admin.remove}: ${u.name}`} onClick={() => uploads.remove(u.key)}>
              <CloseOutlined aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

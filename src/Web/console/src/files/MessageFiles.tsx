import { DownloadOutlined, FileOutlined } from '@ant-design/icons';
import { fileSize, type AttachmentView } from '@grainline/client';
import { App } from 'antd';
import { useEffect, useState } from 'react';
import { errorText } from '../common/errorText';
import { useLanguage, useT } from '../i18n/language';
import { useWorkspace } from '../state/workspace';

/** The files of a message: pictures as pictures, everything else by name; both lead to the file. */
export function MessageFiles({ files }: { files: readonly AttachmentView[] }) {
  const t = useT();
  if (files.length === 0) return null;
  return (
    <ul className="message-files" aria-label={t.files.label}>
      {files.map((file) => (
        <li key={file.id}>{file.previewWidth ? <PictureFile file={file} /> : <NamedFile file={file} />}</li>
      ))}
    </ul>
  );
}

function PictureFile({ file }: { file: AttachmentView }) {
  const t = useT();
  const { agent } = useWorkspace();
  const open = useOpen(file);
  const [url, setUrl] = useState<string | null>(null);
  const [gone, setGone] = useState(false);
  useEffect(() => {
    let shown = true;
    agent.files.link(file.id, 'preview').then(
      (link) => shown && setUrl(link.url),
      // The name is left: the button below says why when it is pressed.
      () => shown && setGone(true),
    );
    return () => {
      shown = false;
    };
  }, [agent, file.id]);
  if (gone) return <NamedFile file={file} />;
  return (
    <button type="button" className="picture-file" aria-label={t.files.show(file.name)} title={file.name} onClick={() => open('show')}>
      <span style={{ aspectRatio: `${file.previewWidth} / ${file.previewHeight}`, width: Math.min(260, file.previewWidth ?? 260) }}>
        {url && <img src={url} alt={file.name} onError={() => setGone(true)} />}
      </span>
    </button>
  );
}

function NamedFile({ file }: { file: AttachmentView }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const open = useOpen(file);
  return (
    <button type="button" className="named-file" aria-label={t.files.download(file.name)} onClick={() => open('save')}>
      <FileOutlined aria-hidden />
      <span className="ellipsis">{file.name}</span>
      <span className="muted num">{fileSize(file.bytes, language)}</span>
      <DownloadOutlined aria-hidden />
    </button>
  );
}

/** Asks for an address that works now and follows it. */
function useOpen(file: AttachmentView) {
  const t = useT();
  const { agent } = useWorkspace();
  const { message } = App.useApp();
  return async (which: 'show' | 'save') => {
    // Opened before the answer: browsers let only a click open a window.
    const page = which === 'show' ? window.open('', '_blank') : null;
    try {
      const { url } = await agent.files.link(file.id, which);
      if (page) page.location.href = url;
      else window.location.assign(url);
    } catch (error) {
      page?.close();
      void message.error(errorText(error, t));
    }
  };
}

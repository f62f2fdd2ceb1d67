import { fileSize, type AttachmentView } from '@grainline/client';
import { useEffect, useState } from 'preact/hooks';
import { useAround } from './context';
import { Icon } from './icons';

/** The files of a message: a picture where there is one, else the name. */
export const LineFiles = ({ files }: { files: readonly AttachmentView[] }) => <>{files.map((file) => <LineFile key={file.id} file={file} />)}</>;

function LineFile({ file }: { file: AttachmentView }) {
  const { t, locale, files } = useAround();
  const [picture, setPicture] = useState<string | null>(null);
  const [gone, setGone] = useState(false);
  useEffect(() => {
    if (!file.previewWidth) return;
    let shown = true;
    // Without its picture a file still has its name.
    files.link(file.id, 'preview').then((link) => { if (shown) setPicture(link.url); }, () => undefined);
    return () => { shown = false; };
  }, [file.id]);

  async function open() {
    // Opened before the answer: browsers let only a click open a window.
    const page = window.open('', '_blank');
    try {
      const { url } = await files.link(file.id);
      if (page) page.location.href = url;
      else location.assign(url);
    } catch {
      // Deleted, or not there any more for this visitor: either way it cannot be had.
      page?.close();
      setGone(true);
    }
  }

  return (
    <button type="button" class={picture ? 'picture' : 'file'} aria-label={t.fileOpen(file.name)} disabled={gone} onClick={() => void open()}>
      {picture
        ? <img src={picture} alt={file.name} width={file.previewWidth!} height={file.previewHeight!} onError={() => setPicture(null)} />
        : <><Icon name="file" size={18} /><span class="name">{file.name}</span><small>{gone ? t.fileGone : fileSize(file.bytes, locale)}</small></>}
    </button>
  );
}

import { PaperClipOutlined } from '@ant-design/icons';
import type { AttachmentView } from '@grainline/client';
import { useLanguage, useT } from '../i18n/language';
import { bytesText } from './bytes';

/** Files that came with words: what they are called and how big they are. */
export function Attachments({ items }: { items: readonly AttachmentView[] }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  if (items.length === 0) return null;
  return (
    <ul className="attachments" aria-label={t.ticket.attachments}>
      {items.map((a) => (
        <li key={a.id}>
          <PaperClipOutlined aria-hidden />
          <span className="ellipsis">{a.name}</span>
          <span className="muted num">{bytesText(a.bytes, language)}</span>
        </li>
      ))}
    </ul>
  );
}

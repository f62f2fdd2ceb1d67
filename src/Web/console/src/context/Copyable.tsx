import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { useEffect, useState } from 'react';
import { useT } from '../i18n/language';

export function Copyable({ text }: { text: string }) {
  const t = useT();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  // Browsers give the clipboard to secure pages only; the text can always be selected by hand.
  const possible = typeof navigator.clipboard?.writeText === 'function';
  return (
    <span className="copyable">
      <code className="ellipsis" title={text}>
        {text}
      </code>
      {possible && (
        <button
          type="button"
          className="icon-button small"
          aria-label={`${copied ? t.app.copied : t.app.copy}: ${text}`}
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          {copied ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />}
        </button>
      )}
    </span>
  );
}

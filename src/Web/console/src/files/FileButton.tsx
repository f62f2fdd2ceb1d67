import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import { useT } from '../i18n/language';

/** Opens the browser's own dialog. */
export function FileButton({ add }: { add(files: Iterable<File>): void }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button type="text" className="file-button" icon={<PaperClipOutlined aria-hidden />} aria-label={t.files.attach} title={t.files.attach} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="composer-files"
        onChange={(e) => {
          add([...(e.target.files ?? [])]);
          // The same file may be chosen again.
          e.target.value = '';
        }}
      />
    </>
  );
}

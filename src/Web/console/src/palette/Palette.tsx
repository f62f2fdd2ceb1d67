import { SearchOutlined } from '@ant-design/icons';
import { Modal } from 'antd';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useT } from '../i18n/language';
import { useUi } from '../state/ui';
import { find, groupLabel } from './entries';
import { usePaletteEntries } from './usePaletteEntries';

export default function Palette() {
  const t = useT();
  const id = useId();
  const open = useUi((s) => s.open);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const hits = find(usePaletteEntries(), text);
  const current = Math.min(at, hits.length - 1);
  useEffect(() => document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' }), [id, current]);

  function choose(index: number) {
    const entry = hits[index];
    if (!entry) return;
    open(null);
    entry.run();
  }

  function onKeyDown(e: KeyboardEvent) {
    if (e.nativeEvent.isComposing || e.keyCode === 229) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (move !== undefined && hits.length > 0) setAt((current + move + hits.length) % hits.length);
    else if (e.key === 'Enter') choose(current);
    else return;
    e.preventDefault();
  }

  return (
    <Modal
      open
      width={560}
      footer={null}
      closable={false}
      className="palette"
      onCancel={() => open(null)}
      title={<span className="sr-only">{t.rail.palette}</span>}
      style={{ top: '14vh' }}
    >
      <div className="palette-search">
        <SearchOutlined aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={`${id}-${current}`}
          aria-label={t.palette.placeholder}
          placeholder={t.palette.placeholder}
          value={text}
          onChange={(e) => {
            setText(e.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className="palette-list" role="listbox" id={`${id}-list`} aria-label={t.rail.palette}>
        {hits.length === 0 && <p className="palette-none muted">{t.palette.empty}</p>}
        {hits.map((entry, i) => (
          <div key={entry.key}>
            {entry.group !== hits[i - 1]?.group && (
              <p className="palette-group" role="presentation">
                {groupLabel(entry.group, t)}
              </p>
            )}
            <div
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === current}
              className="palette-entry"
              onMouseMove={() => setAt(i)}
              onClick={() => choose(i)}
            >
              <span className="palette-label">{entry.label}</span>
              <span className="palette-detail ellipsis muted">{entry.detail}</span>
              {entry.shortcut && <kbd>{entry.shortcut}</kbd>}
            </div>
          </div>
        ))}
      </div>
    </Modal>
  );
}

import type { Names } from '@grainline/client';
import { Input } from 'antd';
import { languages, useT } from '../../i18n/language';

/** A name in both languages, a cell each; an empty one falls back to English. */
export function NamesCells({ of, names, error, onChange }: { of: string; names: Names; error?: string | undefined; onChange(names: Names): void }) {
  const t = useT();
  return languages.map((l) => (
    <td key={l}>
      <Input
        aria-label={`${t.desk.nameIn(t.language[l])}: ${of}`}
        status={l === 'en' && error ? 'error' : ''}
        title={l === 'en' ? error : undefined}
        maxLength={120}
        value={names[l] ?? ''}
        onChange={(e) => {
          const { [l]: _, ...rest } = names;
          // English must be there, however empty while somebody types.
          onChange(e.target.value === '' && l !== 'en' ? rest : { ...names, [l]: e.target.value });
        }}
      />
    </td>
  ));
}

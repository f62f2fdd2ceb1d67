import type { FormSpec } from '@grainline/client';
import { Input } from 'antd';
import { useState } from 'react';
import { useT } from '../../i18n/language';
import { choiceLines, withChoices } from './formSpec.model';

/** The choices of one field, a line each. */
export function Choices({ spec, name, onChange }: { spec: FormSpec; name: string; onChange(spec: FormSpec): void }) {
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Input.TextArea
      className="choices"
      aria-label={`${t.desk.choices}: ${name}`}
      title={t.desk.choicesHelp}
      placeholder={t.desk.choicesHelp}
      autoSize={{ minRows: 2, maxRows: 10 }}
      spellCheck={false}
      value={typed ?? choiceLines(spec, name)}
      onChange={(e) => {
        setTyped(e.target.value);
        onChange(withChoices(spec, name, e.target.value));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

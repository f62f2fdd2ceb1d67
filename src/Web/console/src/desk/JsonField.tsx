import { Input } from 'antd';
import { useState } from 'react';
import { useT } from '../i18n/language';
import { Field } from '../session/Field';

interface Props {
  label: string;
  help?: string;
  value: unknown;
  /** Nothing but an object is taken. */
  object?: boolean;
  rows?: number;
  onChange(value: unknown): void;
}

const shown = (value: unknown) => (value === undefined ? '' : JSON.stringify(value, null, 2));

/** A value as JSON. What cannot be read stays as it was typed, is told, and changes nothing. */
export function JsonField({ label, help, value, object = true, rows = 3, onChange }: Props) {
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | undefined>(undefined);
  function type(text: string) {
    setTyped(text);
    try {
      const read: unknown = JSON.parse(text);
      if (object && (typeof read !== 'object' || read === null || Array.isArray(read))) return setFault(t.desk.noObject);
      setFault(undefined);
      onChange(read);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      setFault(t.desk.badJson(error.message));
    }
  }
  return (
    <Field label={label} help={help} error={fault}>
      {(p) => (
        <Input.TextArea
          {...p}
          className="json"
          spellCheck={false}
          autoSize={{ minRows: rows, maxRows: 28 }}
          value={typed ?? shown(value)}
          onChange={(e) => type(e.target.value)}
          // Left when it is right: from now on it is written as everything else is.
          onBlur={() => fault === undefined && setTyped(null)}
        />
      )}
    </Field>
  );
}

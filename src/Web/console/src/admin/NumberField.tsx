import { InputNumber } from 'antd';
import { Field } from '../session/Field';
import type { Typed } from './queueForm';

interface Props {
  label: string;
  value: Typed;
  unit?: string;
  help?: string | undefined;
  error: string | undefined;
  onChange(next: Typed): void;
}

/** A number with its unit. Nothing is clipped while somebody types: what is out of range is said instead. */
export function NumberField({ label, value, unit, help, error, onChange }: Props) {
  return (
    <Field label={label} error={error} help={help}>
      {(p) => <InputNumber<number> {...p} className="number" controls={false} value={value} suffix={unit} onChange={onChange} />}
    </Field>
  );
}

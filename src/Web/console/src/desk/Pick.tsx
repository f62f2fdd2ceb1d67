import { Select } from 'antd';
import { Field } from '../session/Field';

interface Many {
  label: string;
  help?: string;
  value: readonly string[];
  options: { value: string; label: string }[];
  onChange(value: string[]): void;
}

/** Several of a list, under a label. */
export function PickMany({ label, help, value, options, onChange }: Many) {
  return (
    <Field label={label} help={help}>
      {(p) => <Select {...p} mode="multiple" optionFilterProp="label" value={[...value]} options={options} onChange={onChange} />}
    </Field>
  );
}

interface One<T extends string> {
  label: string;
  help?: string;
  error?: string | undefined;
  value: T | null;
  options: { value: T; label: string }[];
  onChange(value: T): void;
}

export function PickOne<T extends string>({ label, help, error, value, options, onChange }: One<T>) {
  return (
    <Field label={label} help={help} error={error}>
      {(p) => <Select<T> {...p} showSearch={{ optionFilterProp: 'label' }} value={value} options={options} onChange={onChange} />}
    </Field>
  );
}

import type { Json } from '@grainline/client';
import { Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import { useT } from '../../i18n/language';
import { Field } from '../../session/Field';
import { fromLocal, toLocal } from '../localTime';
import type { FormField } from './form.model';

interface Props {
  field: FormField;
  value: Json | undefined;
  error: string | undefined;
  disabled: boolean;
  /** Undefined for nothing filled in. */
  onChange(value: Json | undefined): void;
}

const text = (value: Json | undefined) => (value === undefined || value === null ? '' : String(value));
const filled = (typed: string) => (typed === '' ? undefined : typed);
const list = (value: Json | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);

/** One field of a form under the control that its hint names. */
export function FormControl({ field, value, error, disabled, onChange }: Props) {
  const t = useT();
  const { widget, placeholder, options } = field;
  const label = field.required ? `${field.label} *` : field.label;
  const chosen = (of: readonly string[]) => options.filter((o) => of.includes(o.value)).map((o) => o.of);
  if (widget === 'checkbox')
    return (
      <div className="field">
        <Checkbox checked={value === true} disabled={disabled} onChange={(e) => onChange(e.target.checked)}>
          {label}
        </Checkbox>
        {(error ?? field.help) && <p className={error ? 'field-error' : 'muted'}>{error ?? field.help}</p>}
      </div>
    );
  const native = (type: string, shown: string, read: (typed: string) => Json | undefined) => (p: object) => (
    <input
      {...p}
      type={type}
      className="time"
      step={type === 'date' ? undefined : 1}
      disabled={disabled}
      value={shown}
      onChange={(e) => onChange(read(e.target.value))}
    />
  );
  return (
    <Field label={label} error={error} help={field.help}>
      {(p) => {
        const common = { ...p, disabled, placeholder };
        switch (widget) {
          case 'textarea':
            return (
              <Input.TextArea
                {...common}
                autoSize={{ minRows: 2, maxRows: 10 }}
                value={text(value)}
                onChange={(e) => onChange(filled(e.target.value))}
              />
            );
          case 'number':
          case 'money':
            return (
              <InputNumber<number>
                {...common}
                className="number"
                controls={false}
                precision={widget === 'money' ? 2 : undefined}
                value={typeof value === 'number' ? value : null}
                onChange={(n) => onChange(n ?? undefined)}
              />
            );
          case 'select':
            return (
              <Select
                {...common}
                allowClear={!field.required}
                showSearch={{ optionFilterProp: 'label' }}
                value={value === undefined ? null : text(value)}
                options={options}
                onChange={(v: string | null | undefined) => onChange(v == null ? undefined : chosen([v])[0])}
              />
            );
          case 'radio':
            return (
              <Radio.Group
                id={p.id}
                aria-label={field.label}
                disabled={disabled}
                value={text(value)}
                onChange={(e) => onChange(chosen([String(e.target.value)])[0])}
              >
                {options.map((o) => (
                  <Radio key={o.value} value={o.value}>
                    {o.label}
                  </Radio>
                ))}
              </Radio.Group>
            );
          case 'checkboxes':
            return (
              <Select
                {...common}
                mode="multiple"
                value={list(value)}
                options={options}
                onChange={(v: string[]) => onChange(v.length === 0 ? undefined : chosen(v))}
              />
            );
          case 'list':
            return (
              <Select
                {...common}
                mode="tags"
                open={false}
                aria-label={`${field.label}: ${t.forms.listHelp}`}
                value={list(value)}
                onChange={(v: string[]) => onChange(v.length === 0 ? undefined : v)}
              />
            );
          case 'date':
            return native('date', text(value), filled)(p);
          case 'time':
            // The wire's times have a zone; the control has none.
            return native('time', text(value).replace(/(Z|[+-]\d\d:\d\d)$/, ''), (v) =>
              v === '' ? undefined : `${v.length === 5 ? `${v}:00` : v}Z`,
            )(p);
          case 'datetime':
            return native('datetime-local', toLocal(text(value)), (v) => fromLocal(v) ?? undefined)(p);
          default:
            return (
              <Input
                {...common}
                type={widget === 'email' ? 'email' : widget === 'url' ? 'url' : 'text'}
                value={text(value)}
                onChange={(e) => onChange(filled(e.target.value))}
              />
            );
        }
      }}
    </Field>
  );
}

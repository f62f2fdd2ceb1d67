import type { Question } from '../form';
import { useAround } from './context';

const types: Record<string, string> = { number: 'number', money: 'number', date: 'date', time: 'time', datetime: 'datetime-local', email: 'email', url: 'url' };

/** One question under the browser's own control. */
export function FormQuestion({ of: q, wrong }: { of: Question; wrong: string | undefined }) {
  const { t } = useAround();
  const { schema } = q;
  const number = (key: string) => (typeof schema[key] === 'number' ? (schema[key] as number) : undefined);
  const common = { name: q.path, required: q.required, 'aria-invalid': wrong !== undefined };
  const label = `${q.label}${q.required ? ' *' : ''}`;
  const about = (
    <>
      {q.help && <small>{q.help}</small>}
      {wrong && <small class="bad" role="alert">{wrong}</small>}
    </>
  );
  if (q.widget === 'radio' || q.widget === 'checkboxes')
    return (
      <fieldset>
        <legend>{label}</legend>
        {q.options.map((o) => (
          <label key={o.value} class="option">
            <input type={q.widget === 'radio' ? 'radio' : 'checkbox'} {...common} required={q.widget === 'radio' && q.required} value={o.value} />
            <span>{o.label}</span>
          </label>
        ))}
        {about}
      </fieldset>
    );
  if (q.widget === 'checkbox')
    return (
      <div>
        <label class="option"><input type="checkbox" {...common} required={q.required && schema.const === true} /><span>{label}</span></label>
        {about}
      </div>
    );
  return (
    <label>
      <span>{label}</span>
      {q.widget === 'textarea' || q.widget === 'list' ? (
        <textarea class="comment" rows={3} {...common} placeholder={q.placeholder} minLength={number('minLength')} maxLength={number('maxLength')} />
      ) : q.widget === 'select' ? (
        <select class="comment" {...common}>
          <option value="">{t.formChoose}</option>
          {q.options.map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}
        </select>
      ) : (
        <input class="comment" type={types[q.widget] ?? 'text'} {...common} placeholder={q.placeholder} minLength={number('minLength')} maxLength={number('maxLength')}
          min={number('minimum')} max={number('maximum')} step={schema.type === 'integer' ? 1 : 'any'} pattern={typeof schema['pattern'] === 'string' ? schema['pattern'] : undefined} />
      )}
      {about}
    </label>
  );
}

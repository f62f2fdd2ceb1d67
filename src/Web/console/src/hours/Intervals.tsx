import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import type { DayInterval } from '@grainline/client';
import { useT } from '../i18n/language';
import { fromField, runsOver, toField } from './hours.model';

interface Props {
  /** Such as "Monday": what screen readers say with each time. */
  label: string;
  value: DayInterval[];
  errors: (string | undefined)[];
  none: string;
  onChange(next: DayInterval[]): void;
}

/** The open times of one day. */
export function Intervals({ label, value, errors, none, onChange }: Props) {
  const t = useT();
  const put = (at: number, change: Partial<DayInterval>) => onChange(value.map((v, i) => (i === at ? { ...v, ...change } : v)));
  const time = (at: number, which: 'from' | 'to') => (
    <input
      type="time"
      className="time"
      aria-label={`${label}, ${which === 'from' ? t.hours.from : t.hours.to}`}
      aria-invalid={errors[at] !== undefined}
      value={toField(value[at]?.[which] ?? '')}
      onChange={(e) => put(at, { [which]: fromField(e.target.value) })}
    />
  );
  return (
    <div className="intervals">
      {value.length === 0 && <span className="muted">{none}</span>}
      {value.map((v, i) => (
        <span key={i} className="interval">
          {time(i, 'from')}–{time(i, 'to')}
          {runsOver(v) && <span className="muted">{t.hours.nextDay}</span>}
          <button
            type="button"
            className="icon-button small"
            aria-label={`${t.admin.remove}: ${label}`}
            onClick={() => onChange(value.filter((_, at) => at !== i))}
          >
            <CloseOutlined aria-hidden />
          </button>
          {errors[i] && (
            <span className="field-error" role="alert">
              {errors[i]}
            </span>
          )}
        </span>
      ))}
      <button
        type="button"
        className="icon-button small"
        aria-label={`${t.hours.add}: ${label}`}
        title={t.hours.add}
        onClick={() => onChange([...value, value.length === 0 ? { from: '09:00:00', to: '18:00:00' } : { from: '', to: '' }])}
      >
        <PlusOutlined aria-hidden />
      </button>
    </div>
  );
}

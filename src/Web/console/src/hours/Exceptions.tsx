import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { DateException } from '@grainline/client';
import { Button, Input } from 'antd';
import { useT } from '../i18n/language';
import { Intervals } from './Intervals';

interface Props {
  value: DateException[];
  errors: Record<string, string>;
  onChange(next: DateException[]): void;
}

/** Holidays and sales: dates whose hours replace those of their weekday. */
export function Exceptions({ value, errors, onChange }: Props) {
  const t = useT();
  const put = (at: number, change: Partial<DateException>) => onChange(value.map((e, i) => (i === at ? { ...e, ...change } : e)));
  return (
    <div className="exceptions">
      <h4>{t.hours.exceptions}</h4>
      {value.map((e, i) => (
        <div key={i} className="exception">
          <input
            type="date"
            className="time"
            aria-label={t.hours.date}
            aria-invalid={errors[`exceptions.${i}.date`] !== undefined}
            value={e.date}
            onChange={(x) => put(i, { date: x.target.value })}
          />
          <Input
            className="exception-name"
            aria-label={t.hours.occasion}
            placeholder={t.hours.occasion}
            maxLength={120}
            value={e.name ?? ''}
            onChange={(x) => put(i, { name: x.target.value || null })}
          />
          <button
            type="button"
            className="icon-button"
            aria-label={`${t.admin.remove}: ${e.name || e.date}`}
            onClick={() => onChange(value.filter((_, at) => at !== i))}
          >
            <DeleteOutlined aria-hidden />
          </button>
          <Intervals
            label={e.name || e.date || t.hours.date}
            value={e.open}
            errors={e.open.map((_, at) => errors[`exceptions.${i}.${at}`])}
            none={t.hours.closedDay}
            onChange={(open) => put(i, { open })}
          />
          {errors[`exceptions.${i}.date`] && (
            <p className="field-error" role="alert">
              {errors[`exceptions.${i}.date`]}
            </p>
          )}
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...value, { date: '', name: null, open: [] }])}>
        {t.hours.addException}
      </Button>
    </div>
  );
}

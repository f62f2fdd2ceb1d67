import type { WeeklyHours } from '@grainline/client';
import { Segmented, Select } from 'antd';
import { useMemo } from 'react';
import { useT } from '../i18n/language';
import { Field } from '../session/Field';
import { Exceptions } from './Exceptions';
import { dayOf, likeOnWorkdays, usualHours, weekdays, withDay, zones } from './hours.model';
import { Intervals } from './Intervals';

interface Props {
  value: WeeklyHours | null;
  /** By day and number, such as `monday.0`, or `exceptions.0.date`. */
  errors: Record<string, string>;
  /** What having no hours means. */
  always: string;
  onChange(next: WeeklyHours | null): void;
}

/** A week in a time zone, and the dates that differ from it. */
export function HoursEditor({ value, errors, always, onChange }: Props) {
  const t = useT();
  const options = useMemo(() => zones(value?.timeZone ?? 'UTC').map((z) => ({ value: z, label: z.replaceAll('_', ' ') })), [value?.timeZone]);
  return (
    <div className="hours">
      <Segmented
        aria-label={t.hours.label}
        value={value === null ? 'always' : 'week'}
        options={[
          { value: 'always', label: always },
          { value: 'week', label: t.hours.byWeek },
        ]}
        onChange={(kind) => onChange(kind === 'always' ? null : usualHours())}
      />
      {value !== null && (
        <>
          <Field label={t.hours.timeZone} help={t.hours.timeZoneHelp}>
            {(p) => (
              <Select
                {...p}
                showSearch={{ optionFilterProp: 'label' }}
                value={value.timeZone}
                options={options}
                onChange={(timeZone) => onChange({ ...value, timeZone })}
              />
            )}
          </Field>
          <ul className="week" aria-label={t.hours.week}>
            {weekdays.map((day, at) => (
              <li key={day}>
                <span className="week-day">{t.hours.days[day]}</span>
                <Intervals
                  label={t.hours.days[day]}
                  value={dayOf(value, day)}
                  errors={dayOf(value, day).map((_, i) => errors[`${day}.${i}`])}
                  none={t.hours.closedDay}
                  onChange={(next) => onChange(withDay(value, day, next))}
                />
                {at === 0 && (
                  <button type="button" className="link" onClick={() => onChange(likeOnWorkdays(value, day))}>
                    {t.hours.toWorkdays}
                  </button>
                )}
              </li>
            ))}
          </ul>
          <Exceptions value={value.exceptions} errors={errors} onChange={(exceptions) => onChange({ ...value, exceptions })} />
        </>
      )}
    </div>
  );
}

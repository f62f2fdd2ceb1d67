import { useT } from '../i18n/language';
import { Field } from '../session/Field';

interface Period {
  from: string;
  to: string;
}

/** Which recorded time runs again. */
export function PeriodFields({ value, bad, onChange }: { value: Period; bad: 'from' | 'to' | null; onChange(next: Period): void }) {
  const t = useT();
  const field = (which: 'from' | 'to') => (
    <Field label={t.replay[which]} error={bad === which ? t.replay.badPeriod : undefined}>
      {({ status: _, ...p }) => (
        <input {...p} type="datetime-local" className="time" value={value[which]} onChange={(e) => onChange({ ...value, [which]: e.target.value })} />
      )}
    </Field>
  );
  return (
    <div className="field-row">
      {field('from')}
      {field('to')}
    </div>
  );
}

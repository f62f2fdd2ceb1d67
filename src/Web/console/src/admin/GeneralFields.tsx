import { Checkbox, Input, Select } from 'antd';
import { useT } from '../i18n/language';
import { priorities } from '../queue/PriorityChip';
import { Field } from '../session/Field';
import { NumberField } from './NumberField';
import type { QueueForm } from './queueForm';
import type { Errors } from './rules';
import { Section } from './Section';

/** Name, promise, and what holds for every conversation of the queue. */
export function GeneralFields({ form, errors, put }: { form: QueueForm; errors: Errors; put(part: Partial<QueueForm>): void }) {
  const t = useT();
  return (
    <>
      <Section title={t.admin.general}>
        <Field label={t.admin.name} error={errors.name}>
          {(p) => <Input {...p} maxLength={120} value={form.name} onChange={(e) => put({ name: e.target.value })} />}
        </Field>
        <div className="field-row">
          <NumberField
            label={t.admin.offerSeconds}
            help={t.admin.offerSecondsHelp}
            unit={t.admin.seconds}
            value={form.offerSeconds}
            error={errors.offerSeconds}
            onChange={(offerSeconds) => put({ offerSeconds })}
          />
          <NumberField
            label={t.admin.stickySeconds}
            help={t.admin.stickySecondsHelp}
            unit={t.admin.seconds}
            value={form.stickySeconds}
            error={errors.stickySeconds}
            onChange={(stickySeconds) => put({ stickySeconds })}
          />
        </div>
      </Section>
      <Section title={t.admin.target} help={t.admin.targetHelp}>
        <div className="field-row">
          <NumberField
            label={t.admin.targetShare}
            unit="%"
            value={form.targetPercent}
            error={errors.targetPercent}
            onChange={(targetPercent) => put({ targetPercent })}
          />
          <NumberField
            label={t.admin.targetSeconds}
            unit={t.admin.seconds}
            value={form.targetSeconds}
            error={errors.targetSeconds}
            onChange={(targetSeconds) => put({ targetSeconds })}
          />
          <Field label={t.classify.priority}>
            {(p) => (
              <Select
                {...p}
                value={form.priority}
                options={priorities.map((x) => ({ value: x, label: t.queues.priorities[x] }))}
                onChange={(priority) => put({ priority })}
              />
            )}
          </Field>
        </div>
        <Checkbox checked={form.matchLanguage} onChange={(e) => put({ matchLanguage: e.target.checked })}>
          {t.admin.matchLanguage}
        </Checkbox>
      </Section>
    </>
  );
}

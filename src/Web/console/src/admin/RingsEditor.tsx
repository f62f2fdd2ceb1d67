import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select } from 'antd';
import { useT } from '../i18n/language';
import { Field } from '../session/Field';
import { useDirectory } from '../state/directory';
import { useSkills } from '../state/skills';
import { NumberField } from './NumberField';
import type { RingForm } from './queueForm';
import type { Errors } from './rules';

interface Props {
  queueId: string;
  value: RingForm[];
  errors: Errors;
  onChange(next: RingForm[]): void;
}

/** What is asked less of agents, the longer somebody waits. */
export function RingsEditor({ queueId, value, errors, onChange }: Props) {
  const t = useT();
  const queues = useDirectory((d) => d.queues);
  const skills = useSkills((s) => s.items) ?? [];
  const put = (at: number, change: Partial<RingForm>) => onChange(value.map((v, i) => (i === at ? { ...v, ...change } : v)));
  const lower = (n: number) => (n === 0 ? t.admin.keepLevels : t.admin.lowerBy(n));
  return (
    <>
      {value.map((ring, i) => (
        <fieldset key={i} className="sub-form">
          <legend className="sub-form-title">{t.queues.ring(i + 1)}</legend>
          <div className="field-row">
            <NumberField
              label={t.admin.afterSeconds}
              unit={t.admin.seconds}
              value={ring.afterSeconds}
              error={errors[`rings.${i}.afterSeconds`]}
              onChange={(afterSeconds) => put(i, { afterSeconds })}
            />
            <Field label={t.admin.levelsThen}>
              {(p) => (
                <Select
                  {...p}
                  value={ring.lowerLevelsBy}
                  options={[0, 1, 2, 3, 4].map((n) => ({ value: n, label: lower(n) }))}
                  onChange={(lowerLevelsBy) => put(i, { lowerLevelsBy })}
                />
              )}
            </Field>
            <button
              type="button"
              className="icon-button"
              aria-label={`${t.admin.remove}: ${t.queues.ring(i + 1)}`}
              onClick={() => onChange(value.filter((_, at) => at !== i))}
            >
              <DeleteOutlined aria-hidden />
            </button>
          </div>
          <div className="field-row">
            <Field label={t.admin.dropSkills}>
              {(p) => (
                <Select
                  {...p}
                  mode="multiple"
                  value={ring.dropSkills}
                  notFoundContent={t.admin.noSkillsYet}
                  options={skills.map((s) => ({ value: s.id, label: s.name }))}
                  onChange={(dropSkills) => put(i, { dropSkills })}
                />
              )}
            </Field>
            <Field label={t.admin.toQueue}>
              {(p) => (
                <Select
                  {...p}
                  allowClear
                  placeholder={t.admin.stays}
                  value={ring.toQueue ?? undefined}
                  options={queues.filter((q) => q.queueId !== queueId).map((q) => ({ value: q.queueId, label: q.profile.name }))}
                  onChange={(toQueue?: string) => put(i, { toQueue: toQueue ?? null })}
                />
              )}
            </Field>
          </div>
          <Checkbox checked={ring.anyLanguage} onChange={(e) => put(i, { anyLanguage: e.target.checked })}>
            {t.admin.anyLanguage}
          </Checkbox>
          {errors[`rings.${i}.what`] && (
            <p className="field-error" role="alert">
              {errors[`rings.${i}.what`]}
            </p>
          )}
        </fieldset>
      ))}
      <Button
        icon={<PlusOutlined aria-hidden />}
        onClick={() =>
          onChange([
            ...value,
            { afterSeconds: (value.at(-1)?.afterSeconds ?? 0) + 60, lowerLevelsBy: 1, dropSkills: [], anyLanguage: false, toQueue: null },
          ])
        }
      >
        {t.admin.addRing}
      </Button>
    </>
  );
}

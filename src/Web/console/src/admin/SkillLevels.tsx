import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { SkillLevel } from '@grainline/client';
import { Button, Select } from 'antd';
import { useT } from '../i18n/language';
import { useSkills } from '../state/skills';

interface Props {
  label: string;
  path: string;
  value: SkillLevel[];
  errors: Record<string, string>;
  onChange(next: SkillLevel[]): void;
}

const levels = [1, 2, 3, 4, 5];

/** Skills with a level each. */
export function SkillLevels({ label, path, value, errors, onChange }: Props) {
  const t = useT();
  const known = useSkills((s) => s.items) ?? [];
  const put = (at: number, change: Partial<SkillLevel>) => onChange(value.map((v, i) => (i === at ? { ...v, ...change } : v)));
  const names = (current: string) => [
    ...known.map((s) => ({ value: s.id, label: s.name })),
    // What the list does not name any more is still shown as what it is.
    ...(current === '' || known.some((s) => s.id === current) ? [] : [{ value: current, label: current }]),
  ];
  return (
    <div className="skill-levels" role="group" aria-label={label}>
      <span className="field-label">{label}</span>
      {value.map((s, i) => (
        <div key={i} className="skill-level">
          <Select
            aria-label={t.admin.skill}
            aria-invalid={errors[`${path}.${i}`] !== undefined}
            status={errors[`${path}.${i}`] ? 'error' : ''}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t.admin.pickSkill}
            notFoundContent={t.admin.noSkillsYet}
            value={s.skill || undefined}
            options={names(s.skill)}
            onChange={(skill) => put(i, { skill })}
          />
          <Select
            aria-label={t.admin.level}
            value={s.level}
            options={levels.map((l) => ({ value: l, label: `${l} · ${t.admin.levels[l - 1]}` }))}
            onChange={(level) => put(i, { level })}
          />
          <button
            type="button"
            className="icon-button"
            aria-label={`${t.admin.remove}: ${s.skill}`}
            onClick={() => onChange(value.filter((_, at) => at !== i))}
          >
            <DeleteOutlined aria-hidden />
          </button>
          {errors[`${path}.${i}`] && (
            <p className="field-error" role="alert">
              {errors[`${path}.${i}`]}
            </p>
          )}
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...value, { skill: '', level: 3 }])}>
        {t.admin.addSkill}
      </Button>
    </div>
  );
}

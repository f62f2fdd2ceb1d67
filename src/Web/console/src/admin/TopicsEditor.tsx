import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { QueueTopic } from '@grainline/client';
import { Button, Input, Select } from 'antd';
import { useT } from '../i18n/language';
import { priorities } from '../queue/PriorityChip';
import { slug } from '../session/setupRules';
import { Field } from '../session/Field';
import type { Errors } from './rules';
import { SkillLevels } from './SkillLevels';

/** What conversations may be about, and what each needs besides. */
export function TopicsEditor({ value, errors, onChange }: { value: QueueTopic[]; errors: Errors; onChange(next: QueueTopic[]): void }) {
  const t = useT();
  const put = (at: number, change: Partial<QueueTopic>) => onChange(value.map((v, i) => (i === at ? { ...v, ...change } : v)));
  // The id follows the name until somebody gives it one of its own.
  const rename = (at: number, name: string) => {
    const topic = value[at];
    const follows = topic !== undefined && (topic.id === '' || topic.id === slug(topic.name));
    put(at, follows ? { name, id: slug(name) } : { name });
  };
  return (
    <>
      {value.map((topic, i) => (
        <fieldset key={i} className="sub-form">
          <legend className="sr-only">{topic.name || t.classify.topic}</legend>
          <div className="field-row">
            <Field label={t.admin.name} error={errors[`topics.${i}.name`]}>
              {(p) => <Input {...p} maxLength={120} value={topic.name} onChange={(e) => rename(i, e.target.value)} />}
            </Field>
            <Field label={t.admin.id} error={errors[`topics.${i}.id`]}>
              {(p) => <Input {...p} maxLength={64} spellCheck={false} value={topic.id} onChange={(e) => put(i, { id: e.target.value })} />}
            </Field>
            <Field label={t.classify.priority}>
              {(p) => (
                <Select
                  {...p}
                  value={topic.priority}
                  options={priorities.map((x) => ({ value: x, label: t.queues.priorities[x] }))}
                  onChange={(priority) => put(i, { priority })}
                />
              )}
            </Field>
            <button
              type="button"
              className="icon-button"
              aria-label={`${t.admin.remove}: ${topic.name}`}
              onClick={() => onChange(value.filter((_, at) => at !== i))}
            >
              <DeleteOutlined aria-hidden />
            </button>
          </div>
          <div className="field-row">
            <SkillLevels
              label={t.admin.required}
              path={`topics.${i}.required`}
              value={topic.required}
              errors={errors}
              onChange={(required) => put(i, { required })}
            />
            <SkillLevels
              label={t.admin.preferred}
              path={`topics.${i}.preferred`}
              value={topic.preferred}
              errors={errors}
              onChange={(preferred) => put(i, { preferred })}
            />
          </div>
        </fieldset>
      ))}
      <Button
        icon={<PlusOutlined aria-hidden />}
        onClick={() => onChange([...value, { id: '', name: '', required: [], preferred: [], priority: 'normal' }])}
      >
        {t.admin.addTopic}
      </Button>
    </>
  );
}

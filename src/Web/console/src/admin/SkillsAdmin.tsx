import { DeleteOutlined, PlusOutlined, TagsOutlined } from '@ant-design/icons';
import type { SkillName } from '@grainline/client';
import { Button, Input } from 'antd';
import { State } from '../common/State';
import { useT } from '../i18n/language';
import { Field } from '../session/Field';
import { slug } from '../session/setupRules';
import { useEdit } from '../state/edits';
import { useLoaded } from '../state/loaded';
import { useSkills } from '../state/skills';
import { useWorkspace } from '../state/workspace';
import { EditForm } from './EditForm';
import { Loading } from './Loading';
import { isId, type Errors } from './rules';
import { SaveBar } from './SaveBar';
import { useSubmit } from './useSubmit';

/** The names that profiles and needs choose from. */
export function SkillsAdmin() {
  const t = useT();
  const { agent } = useWorkspace();
  const skills = useLoaded('skills', async () => (await agent.routing.skills()).items);
  return (
    <div className="admin-main">
      <h2>{t.wall.skills}</h2>
      <p className="muted">{t.admin.skillsLead}</p>
      <Loading of={skills}>{(items) => <SkillList saved={items} onSaved={skills.put} />}</Loading>
    </div>
  );
}

function SkillList({ saved, onSaved }: { saved: SkillName[]; onSaved(items: SkillName[]): void }) {
  const t = useT();
  const { agent } = useWorkspace();
  const { value: items, dirty, change, discard } = useEdit('skills', saved);
  const wrong: Errors = {};
  items.forEach((s, i) => {
    if (!isId(s.id)) wrong[`${i}.id`] = t.admin.badId;
    else if (items.findIndex((o) => o.id === s.id) < i) wrong[`${i}.id`] = t.admin.twice;
    if (s.name.trim() === '') wrong[`${i}.name`] = t.setup.required;
  });
  const { errors, busy, submit } = useSubmit(wrong, () => ({
    what: t.wall.skills,
    save: () => write(items),
    undo: () => write(saved),
  }));
  const put = (at: number, part: Partial<SkillName>) => change(items.map((s, i) => (i === at ? { ...s, ...part } : s)));
  // An id that profiles may use already stays as it is, whatever the name becomes.
  const rename = (at: number, name: string) => {
    const skill = items[at];
    const follows = skill !== undefined && !saved.some((s) => s.id === skill.id) && (skill.id === '' || skill.id === slug(skill.name));
    put(at, follows ? { name, id: slug(name) } : { name });
  };

  async function write(next: SkillName[]) {
    await agent.routing.saveSkills(next);
    discard();
    onSaved(next);
    useSkills.getState().put(next);
  }

  return (
    <EditForm onSubmit={submit}>
      {items.length === 0 && <State icon={<TagsOutlined />} text={t.admin.skillsEmpty} />}
      {items.map((s, i) => (
        <div key={i} className="field-row skill-row">
          <Field label={t.admin.name} error={errors[`${i}.name`]}>
            {(p) => <Input {...p} maxLength={120} value={s.name} onChange={(e) => rename(i, e.target.value)} />}
          </Field>
          <Field label={t.admin.id} error={errors[`${i}.id`]}>
            {(p) => <Input {...p} maxLength={64} spellCheck={false} value={s.id} onChange={(e) => put(i, { id: e.target.value })} />}
          </Field>
          <button
            type="button"
            className="icon-button"
            aria-label={`${t.admin.remove}: ${s.name}`}
            onClick={() => change(items.filter((_, at) => at !== i))}
          >
            <DeleteOutlined aria-hidden />
          </button>
        </div>
      ))}
      <Button className="add" icon={<PlusOutlined aria-hidden />} onClick={() => change([...items, { id: '', name: '' }])}>
        {t.admin.addSkill}
      </Button>
      <SaveBar dirty={dirty} busy={busy} wrong={Object.keys(errors).length} onSave={() => void submit()} onDiscard={discard} />
    </EditForm>
  );
}

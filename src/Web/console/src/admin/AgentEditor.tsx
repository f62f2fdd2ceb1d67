import type { AgentProfile } from '@grainline/client';
import { Input, Select } from 'antd';
import { languageName } from '../context/attributes';
import { HoursEditor } from '../hours/HoursEditor';
import { useLanguage, useT } from '../i18n/language';
import { Field } from '../session/Field';
import { useDirectory } from '../state/directory';
import { useEdit } from '../state/edits';
import { useWorkspace } from '../state/workspace';
import { EditForm } from './EditForm';
import { NumberField } from './NumberField';
import { agentErrors, type AgentForm } from './rules';
import { SaveBar } from './SaveBar';
import { Section } from './Section';
import { SkillLevels } from './SkillLevels';
import { useSubmit } from './useSubmit';

const formOf = (p: AgentProfile): AgentForm => ({ ...p, skills: p.skills ?? [], languages: p.languages ?? [] });
const usualLanguages = ['en', 'zh', 'de', 'es', 'fr', 'it', 'ja', 'ko', 'pt', 'ru', 'ar', 'hi', 'nl', 'pl', 'tr', 'vi', 'th'];

export function AgentEditor({ agentId, profile, onSaved }: { agentId: string; profile: AgentProfile; onSaved(profile: AgentProfile): void }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const { agent } = useWorkspace();
  const { queues, refresh } = useDirectory();
  const { value: form, dirty, change, discard } = useEdit<AgentForm>(`agent:${agentId}`, formOf(profile));
  const wrong = agentErrors(form, t);
  const { errors, busy, submit } = useSubmit(wrong, () => ({
    what: form.name.trim(),
    save: () => write({ ...form, name: form.name.trim(), capacity: form.capacity ?? profile.capacity }),
    undo: () => write(profile),
  }));
  const put = (part: Partial<AgentForm>) => change({ ...form, ...part });

  async function write(next: AgentProfile) {
    await agent.routing.saveAgent(agentId, next);
    discard();
    onSaved(next);
    void refresh(agent);
  }

  return (
    <EditForm onSubmit={submit}>
      <Section title={t.admin.general}>
        <div className="field-row">
          <Field label={t.admin.name} error={errors.name}>
            {(p) => <Input {...p} maxLength={120} value={form.name} onChange={(e) => put({ name: e.target.value })} />}
          </Field>
          <NumberField
            label={t.admin.capacity}
            unit={t.admin.slots}
            help={t.admin.capacityHelp}
            value={form.capacity}
            error={errors.capacity}
            onChange={(capacity) => put({ capacity })}
          />
        </div>
        <Field label={t.overview.queues}>
          {(p) => (
            <Select
              {...p}
              mode="multiple"
              value={form.queues}
              options={queues.map((q) => ({ value: q.queueId, label: q.profile.name }))}
              onChange={(next) => put({ queues: next })}
            />
          )}
        </Field>
      </Section>
      <Section title={t.wall.skills} help={t.admin.agentSkillsHelp}>
        <SkillLevels label={t.wall.skills} path="skills" value={form.skills} errors={errors} onChange={(skills) => put({ skills })} />
        <Field label={t.admin.languages} error={errors.languages} help={t.admin.languagesHelp}>
          {(p) => (
            <Select
              {...p}
              mode="tags"
              value={form.languages}
              options={usualLanguages.map((l) => ({ value: l, label: languageName(l, language) }))}
              onChange={(languages) => put({ languages })}
            />
          )}
        </Field>
      </Section>
      <Section title={t.admin.shift} help={t.admin.shiftHelp}>
        <HoursEditor
          value={form.shift}
          errors={Object.fromEntries(Object.entries(errors).flatMap(([k, v]) => (k.startsWith('shift.') ? [[k.slice(6), v]] : [])))}
          always={t.admin.noShift}
          onChange={(shift) => put({ shift })}
        />
      </Section>
      <SaveBar dirty={dirty} busy={busy} wrong={Object.keys(errors).length} onSave={() => void submit()} onDiscard={discard} />
    </EditForm>
  );
}

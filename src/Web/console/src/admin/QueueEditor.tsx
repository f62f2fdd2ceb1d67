import type { QueueProfile } from '@grainline/client';
import { HoursEditor } from '../hours/HoursEditor';
import { useT } from '../i18n/language';
import { useDirectory } from '../state/directory';
import { useEdit } from '../state/edits';
import { useWorkspace } from '../state/workspace';
import { ChannelsEditor } from './ChannelsEditor';
import { EditForm } from './EditForm';
import { GeneralFields } from './GeneralFields';
import { profileOf, queueForm, type QueueForm } from './queueForm';
import { RingsEditor } from './RingsEditor';
import { queueErrors, type Errors } from './rules';
import { SaveBar } from './SaveBar';
import { Section } from './Section';
import { SkillLevels } from './SkillLevels';
import { TopicsEditor } from './TopicsEditor';
import { useSubmit } from './useSubmit';

const under = (errors: Errors, path: string): Errors =>
  Object.fromEntries(Object.entries(errors).flatMap(([key, text]) => (key.startsWith(`${path}.`) ? [[key.slice(path.length + 1), text]] : [])));

/** How a queue works, apart from its policy. */
export function QueueEditor({ queueId, profile, onSaved }: { queueId: string; profile: QueueProfile; onSaved(profile: QueueProfile): void }) {
  const t = useT();
  const { agent } = useWorkspace();
  const refresh = useDirectory((d) => d.refresh);
  const { value: form, dirty, change, discard } = useEdit<QueueForm>(`queue:${queueId}`, queueForm(profile));
  const wrong = queueErrors(form, t);
  const { errors, busy, submit } = useSubmit(wrong, () => ({
    what: form.name,
    save: () => write(profileOf(form, profile)),
    undo: () => write(profile),
  }));
  const put = (part: Partial<QueueForm>) => change({ ...form, ...part });

  async function write(next: QueueProfile) {
    await agent.routing.saveQueue(queueId, next);
    discard();
    onSaved(next);
    void refresh(agent);
  }

  return (
    <EditForm onSubmit={submit}>
      <GeneralFields form={form} errors={errors} put={put} />
      <Section title={t.admin.needs} help={t.admin.needsHelp}>
        <SkillLevels label={t.admin.required} path="required" value={form.required} errors={errors} onChange={(required) => put({ required })} />
        <SkillLevels label={t.admin.preferred} path="preferred" value={form.preferred} errors={errors} onChange={(preferred) => put({ preferred })} />
      </Section>
      <Section title={t.admin.topics} help={t.admin.topicsHelp}>
        <TopicsEditor value={form.topics} errors={errors} onChange={(topics) => put({ topics })} />
      </Section>
      <Section title={t.admin.rings} help={t.admin.ringsHelp}>
        <RingsEditor queueId={queueId} value={form.rings} errors={errors} onChange={(rings) => put({ rings })} />
      </Section>
      <Section title={t.admin.channels} help={t.admin.channelsHelp}>
        <ChannelsEditor value={form.channels} errors={errors} onChange={(channels) => put({ channels })} />
      </Section>
      <Section title={t.hours.label} help={t.hours.queueHelp}>
        <HoursEditor value={form.hours} errors={under(errors, 'hours')} always={t.hours.always} onChange={(hours) => put({ hours })} />
      </Section>
      <SaveBar dirty={dirty} busy={busy} wrong={Object.keys(errors).length} onSave={() => void submit()} onDiscard={discard} />
    </EditForm>
  );
}

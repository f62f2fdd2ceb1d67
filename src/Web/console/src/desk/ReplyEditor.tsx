import type { SavedReply } from '@grainline/client';
import { Input } from 'antd';
import { EditForm } from '../admin/EditForm';
import { isId } from '../admin/rules';
import { SaveBar } from '../admin/SaveBar';
import { Section } from '../admin/Section';
import { languages, useT } from '../i18n/language';
import { Field } from '../session/Field';
import { useEdit } from '../state/edits';
import { useWorkspace } from '../state/workspace';
import { fillPlaceholders } from '../tickets/page/completion';
import { Fault } from './Fault';
import type { EditorProps } from './parts';
import { PickMany, PickOne } from './Pick';
import { useDeskSave } from './useDeskSave';

const sample = { 'requester.name': 'Vera', 'agent.name': 'Amy', 'ticket.number': '1024' };

/** Words that are said often, and what is typed for them. */
export function ReplyEditor({ id, desk, start }: EditorProps<SavedReply>) {
  const t = useT();
  const { agent } = useWorkspace();
  const { busy, fault, save, saved } = useDeskSave();
  const { value: reply, dirty, change, discard } = useEdit<SavedReply>(`desk:replies:${id}`, start);
  const isNew = !desk.replies.some((x) => x.id === id);
  const put = (part: Partial<SavedReply>) => change({ ...reply, ...part });
  const twice = desk.replies.some((x) => x.id !== id && x.shortcut === reply.shortcut && x.language === reply.language);
  const badShortcut = !isId(reply.shortcut) ? t.admin.badId : twice ? t.admin.twice : undefined;
  const wrong = Number(badShortcut !== undefined) + Number(reply.name.trim() === '') + Number(reply.text.trim() === '');

  async function submit() {
    if (wrong > 0) return;
    if (await save(saved(reply.name), () => agent.desk.saveReply(reply))) discard();
  }

  return (
    <EditForm onSubmit={submit}>
      <Section title={t.admin.general} help={t.desk.replyHelp}>
        <Field label={t.admin.name}>
          {(p) => <Input {...p} maxLength={120} value={reply.name} onChange={(e) => put({ name: e.target.value })} />}
        </Field>
        <div className="field-row">
          <Field label={t.desk.shortcut} error={badShortcut}>
            {(p) => (
              <Input {...p} prefix="/" maxLength={64} spellCheck={false} value={reply.shortcut} onChange={(e) => put({ shortcut: e.target.value })} />
            )}
          </Field>
          <PickOne
            label={t.language.label}
            value={reply.language ?? ''}
            options={[{ value: '', label: t.desk.anyLanguage }, ...languages.map((l) => ({ value: l as string, label: t.language[l] }))]}
            onChange={(language) => put({ language: language || null })}
          />
        </div>
        <PickMany
          label={t.desk.parts.teams}
          help={t.desk.teamsHelp}
          value={reply.teams}
          options={desk.teams.map((x) => ({ value: x.id, label: x.name }))}
          onChange={(teams) => put({ teams })}
        />
        <Field label={t.desk.text} help={t.desk.placeholders}>
          {(p) => (
            <Input.TextArea
              {...p}
              maxLength={8000}
              autoSize={{ minRows: 4, maxRows: 14 }}
              value={reply.text}
              onChange={(e) => put({ text: e.target.value })}
            />
          )}
        </Field>
        {reply.text !== '' && (
          <section aria-label={t.desk.preview}>
            <h4>{t.desk.preview}</h4>
            <p className="reply-preview">{fillPlaceholders(reply.text, sample)}</p>
          </section>
        )}
      </Section>
      <Fault text={fault} />
      <SaveBar dirty={dirty || isNew} busy={busy} wrong={wrong} onSave={() => void submit()} onDiscard={discard} />
    </EditForm>
  );
}

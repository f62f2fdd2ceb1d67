import { ErrorCode, GrainlineError } from '@grainline/client';
import { Alert, Input, Modal, Select } from 'antd';
import { useRef, useState } from 'react';
import { errorText } from '../../common/errorText';
import { useT } from '../../i18n/language';
import { priorities } from '../../queue/PriorityChip';
import { Field } from '../../session/Field';
import { useDesk } from '../../state/desk';
import { useWorkspace } from '../../state/workspace';
import type { Errors } from '../../admin/rules';
import { FormFields } from '../forms/FormFields';
import { useValidate } from '../forms/useValidate';
import { withoutMissing } from '../forms/validate';
import { formErrors } from '../page/FieldsCard';
import { tagsIn } from '../tags';
import { emptyTicket, formOf, kept, ticketOf, type NewTicket } from './create.model';

interface Props {
  /** What is known already, such as whom a conversation is with. */
  from?: Partial<NewTicket>;
  onClose(): void;
  onCreated(ticketId: string): void;
}

/** A new ticket: whose, about what, for whom, and what its form asks. */
export function CreateTicket({ from, onClose, onCreated }: Props) {
  const t = useT();
  const { agent, session } = useWorkspace();
  const desk = useDesk();
  const [draft, setDraft] = useState<NewTicket>(() => ({ ...emptyTicket, ...from }));
  const [tags, setTags] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [server, setServer] = useState<Errors>({});
  /** Taken before the first attempt: however often it is tried, it becomes one ticket. */
  const ticketId = useRef<string | null>(null);
  const own = desk.teams.filter((x) => x.members.includes(session.agentId));
  const team = desk.teams.find((x) => x.id === (draft.team ?? own[0]?.id ?? desk.teams[0]?.id));
  const form = formOf(desk, team, draft.form);
  const wrong = withoutMissing(useValidate(form?.spec ?? null, draft.fields), draft.fields);
  const put = (part: Partial<NewTicket>) => {
    setServer({});
    setDraft((d) => ({ ...d, ...part }));
  };
  const found = tagsIn(tags);
  const noSubject = draft.subject.trim() === '' ? t.setup.required : undefined;
  const badTags = found.bad.length > 0 ? t.ticket.badTag : undefined;

  async function submit() {
    setTried(true);
    if (noSubject || badTags || !team || Object.keys(wrong).length > 0) return;
    setBusy(true);
    setServer({});
    try {
      ticketId.current ??= await agent.tickets.newId();
      const made = await agent.tickets.create(ticketOf(draft, ticketId.current, team.id, form?.id ?? null, found.good));
      onCreated(made.ticketId);
    } catch (refusal) {
      // What was refused made no ticket; an answer that was lost may have, so its id is kept.
      if (GrainlineError.from(refusal).code === ErrorCode.fieldsInvalid) ticketId.current = null;
      setServer(formErrors(refusal, (e) => errorText(e, t)));
      setBusy(false);
    }
  }

  return (
    <Modal
      open
      centered
      width={640}
      title={t.tickets.create}
      onCancel={onClose}
      onOk={() => void submit()}
      okText={t.tickets.createDo}
      cancelText={t.app.cancel}
      okButtonProps={{ loading: busy, disabled: !team }}
    >
      <div className="dialog-form create-ticket">
        {server[''] && <Alert type="error" showIcon role="alert" title={server['']} />}
        <Field label={t.ticket.subject} error={tried ? noSubject : undefined}>
          {(p) => <Input {...p} autoFocus maxLength={200} value={draft.subject} onChange={(e) => put({ subject: e.target.value })} />}
        </Field>
        <div className="field-row">
          <Field label={t.tickets.columns.team}>
            {(p) => (
              <Select
                {...p}
                value={team?.id ?? null}
                options={desk.teams.map((x) => ({ value: x.id, label: x.name }))}
                onChange={(id) =>
                  put({
                    team: id,
                    form: null,
                    fields: kept(
                      draft.fields,
                      formOf(
                        desk,
                        desk.teams.find((x) => x.id === id),
                        null,
                      ),
                    ),
                  })
                }
              />
            )}
          </Field>
          <Field label={t.tickets.columns.priority}>
            {(p) => (
              <Select
                {...p}
                value={draft.priority}
                options={priorities.map((x) => ({ value: x, label: t.queues.priorities[x] }))}
                onChange={(priority) => put({ priority })}
              />
            )}
          </Field>
          {team && team.forms.length > 1 && (
            <Field label={t.ticket.form}>
              {(p) => (
                <Select
                  {...p}
                  value={form?.id ?? null}
                  options={team.forms.map((id) => ({ value: id, label: desk.forms.find((f) => f.id === id)?.spec.name ?? id }))}
                  onChange={(id) => put({ form: id, fields: kept(draft.fields, formOf(desk, team, id)) })}
                />
              )}
            </Field>
          )}
        </div>
        <div className="field-row">
          <Field label={t.ticket.requester}>
            {(p) => (
              <Input
                {...p}
                maxLength={120}
                value={draft.requesterName}
                disabled={draft.visitorId !== null}
                onChange={(e) => put({ requesterName: e.target.value })}
              />
            )}
          </Field>
          <Field label={t.context.email}>
            {(p) => (
              <Input {...p} type="email" maxLength={254} value={draft.requesterEmail} onChange={(e) => put({ requesterEmail: e.target.value })} />
            )}
          </Field>
        </div>
        {form && (
          <FormFields spec={form.spec} values={draft.fields} errors={{ ...(tried ? wrong : {}), ...server }} onChange={(fields) => put({ fields })} />
        )}
        <Field label={t.tickets.firstWords} help={t.tickets.firstWordsHelp}>
          {(p) => (
            <Input.TextArea
              {...p}
              maxLength={8000}
              autoSize={{ minRows: 3, maxRows: 8 }}
              value={draft.words}
              onChange={(e) => put({ words: e.target.value })}
            />
          )}
        </Field>
        <Field label={t.tickets.columns.tags} error={badTags}>
          {(p) => <Input {...p} value={tags} onChange={(e) => setTags(e.target.value)} />}
        </Field>
      </div>
    </Modal>
  );
}

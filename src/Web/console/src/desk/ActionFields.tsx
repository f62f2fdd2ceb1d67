import type { DeskView, TicketAction } from '@grainline/client';
import { Checkbox, Input, Select } from 'antd';
import { useLanguage, useT } from '../i18n/language';
import { priorities } from '../queue/PriorityChip';
import { Field } from '../session/Field';
import { useDirectory } from '../state/directory';
import { nameIn } from '../state/desk';
import { JsonField } from './JsonField';
import { PickOne } from './Pick';

interface Props {
  desk: DeskView;
  value: TicketAction;
  onChange(next: TicketAction): void;
}

/** What one action needs to know. */
export function ActionFields({ desk, value, onChange }: Props) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const agents = useDirectory((d) => d.agents);
  switch (value.kind) {
    case 'assign':
      return (
        <PickOne
          label={t.tickets.columns.assignee}
          value={value.agent ?? ''}
          options={[
            { value: 'me', label: t.desk.whoApplies },
            { value: '', label: t.list.unassigned },
            ...agents.map((a) => ({ value: a.agentId, label: a.name })),
          ]}
          onChange={(agent) => onChange({ ...value, agent: agent || null })}
        />
      );
    case 'watch':
    case 'unwatch':
      return (
        <PickOne
          label={t.ticket.watchers}
          value={value.agent ?? ''}
          options={[{ value: '', label: t.desk.whoApplies }, ...agents.map((a) => ({ value: a.agentId, label: a.name }))]}
          onChange={(agent) => onChange({ ...value, agent: agent || null })}
        />
      );
    case 'priority':
      return (
        <PickOne
          label={t.tickets.columns.priority}
          value={value.priority}
          options={priorities.map((p) => ({ value: p, label: t.queues.priorities[p] }))}
          onChange={(priority) => onChange({ ...value, priority })}
        />
      );
    case 'trigger': {
      const all = desk.lifecycles.flatMap((l) => l.spec.transitions);
      const known = all.filter((x, i) => all.findIndex((y) => y.trigger === x.trigger) === i);
      return (
        <PickOne
          label={t.desk.trigger}
          value={value.trigger || null}
          options={known.map((x) => ({ value: x.trigger, label: nameIn(x.names, language, x.trigger) }))}
          onChange={(trigger) => onChange({ ...value, trigger })}
        />
      );
    }
    case 'addTags':
    case 'removeTags':
      return (
        <Field label={t.tickets.columns.tags}>
          {(p) => (
            <Select
              {...p}
              mode="tags"
              open={false}
              tokenSeparators={[' ', ',', '，']}
              value={value.tags}
              onChange={(tags: string[]) => onChange({ ...value, tags: tags.map((x) => x.toLowerCase()) })}
            />
          )}
        </Field>
      );
    case 'comment':
      return (
        <>
          <Field label={t.desk.text} help={t.desk.placeholders}>
            {(p) => (
              <Input.TextArea
                {...p}
                maxLength={8000}
                autoSize={{ minRows: 2, maxRows: 8 }}
                value={value.text}
                onChange={(e) => onChange({ ...value, text: e.target.value })}
              />
            )}
          </Field>
          <Checkbox checked={value.public} onChange={(e) => onChange({ ...value, public: e.target.checked })}>
            {t.desk.publicComment}
          </Checkbox>
        </>
      );
    case 'subject':
      return (
        <Field label={t.ticket.subject}>
          {(p) => <Input {...p} maxLength={200} value={value.subject} onChange={(e) => onChange({ ...value, subject: e.target.value })} />}
        </Field>
      );
    case 'fields':
      return <JsonField label={t.desk.fieldsJson} value={value.fields} onChange={(fields) => onChange({ ...value, fields: fields as never })} />;
    default:
      return null;
  }
}

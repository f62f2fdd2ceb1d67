import { slaMetrics, type Priority, type SlaMetric, type SlaPolicySpec } from '@grainline/client';
import { Input, InputNumber } from 'antd';
import { NumberField } from '../admin/NumberField';
import { Section } from '../admin/Section';
import { useT } from '../i18n/language';
import { priorities } from '../queue/PriorityChip';
import { Field } from '../session/Field';
import { useEdit } from '../state/edits';
import { useWorkspace } from '../state/workspace';
import type { EditorProps } from './parts';
import { PublishBar } from './PublishBar';
import { targetOf, withTarget } from './sla.model';
import { DeskVersions } from './DeskVersions';
import { useDeskSave } from './useDeskSave';

/** What is promised, by metric and priority, in minutes of the team's calendar. */
export function SlaEditor({ id, desk, start }: EditorProps<SlaPolicySpec>) {
  const t = useT();
  const { agent } = useWorkspace();
  const { busy, fault, save } = useDeskSave();
  const { value: spec, dirty, change, discard } = useEdit<SlaPolicySpec>(`desk:sla-policies:${id}`, start);
  const known = desk.slaPolicies.find((x) => x.id === id);
  const put = (part: Partial<SlaPolicySpec>) => change({ ...spec, ...part });
  const badWarning = !(spec.warnAtPercent >= 1 && spec.warnAtPercent <= 99) ? t.admin.between(1, 99) : undefined;
  const wrong = badWarning !== undefined || spec.name.trim() === '';
  const cell = (metric: SlaMetric, priority: Priority | null) => (
    <td key={priority ?? 'other'}>
      <InputNumber<number>
        aria-label={`${t.sla.metrics[metric]}, ${priority ? t.queues.priorities[priority] : t.desk.otherPriorities}`}
        className="number"
        controls={false}
        min={1}
        max={525_600}
        placeholder="—"
        value={targetOf(spec, metric, priority)}
        onChange={(minutes) => put({ targets: withTarget(spec.targets, metric, priority, minutes) })}
      />
    </td>
  );
  return (
    <div className="admin-form">
      <Section title={t.admin.general}>
        <Field label={t.admin.name}>
          {(p) => <Input {...p} maxLength={120} value={spec.name} onChange={(e) => put({ name: e.target.value })} />}
        </Field>
        <NumberField label={t.desk.warnAt} unit="%" value={spec.warnAtPercent} error={badWarning} onChange={(n) => put({ warnAtPercent: n ?? 0 })} />
      </Section>
      <Section title={t.desk.targets} help={t.desk.targetsHelp}>
        <div className="table-scroll">
          <table className="desk-table">
            <thead>
              <tr>
                <th scope="col">{t.desk.minutes}</th>
                {priorities.map((p) => (
                  <th key={p} scope="col">
                    {t.queues.priorities[p]}
                  </th>
                ))}
                <th scope="col">{t.desk.otherPriorities}</th>
              </tr>
            </thead>
            <tbody>
              {slaMetrics.map((m) => (
                <tr key={m}>
                  <th scope="row">{t.sla.metrics[m]}</th>
                  {[...priorities, null].map((p) => cell(m, p))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
      <PublishBar
        dirty={dirty || known === undefined}
        wrong={wrong}
        busy={busy}
        fault={fault}
        onDiscard={discard}
        onPublish={async (note) => {
          const done = await save(t.desk.published(spec.name), () => agent.desk.publishSlaPolicy(id, spec, note));
          if (done) discard();
          return done;
        }}
      />
      {known && <DeskVersions<SlaPolicySpec> folder="sla-policies" id={id} version={known.version} onTake={change} />}
    </div>
  );
}

import { ExperimentOutlined, LoadingOutlined } from '@ant-design/icons';
import type { PolicySpec } from '@grainline/client';
import { Alert, App, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Loading } from '../admin/Loading';
import { adminError } from '../admin/useSave';
import { useNow } from '../common/clock';
import { policyName } from '../common/figure';
import { timer } from '../common/time';
import { useT } from '../i18n/language';
import { useEdit } from '../state/edits';
import { useWorkspace } from '../state/workspace';
import { PeriodFields } from './PeriodFields';
import { periodErrors, toLocal } from './replay.model';
import { ReplayResult } from './ReplayResult';
import { startReplay, useReplays } from './replays';
import { SpecForm } from './SpecForm';
import { sameSpec, specErrors } from './spec.model';
import { usePolicies } from './usePolicies';

const day = 86_400_000;

/** Recorded time under another policy, before anybody meets it. */
export function ReplayTab({ queueId }: { queueId: string }) {
  const policies = usePolicies(queueId);
  return (
    <Loading of={policies.versions}>
      {(items) => <Trial queueId={queueId} saved={(policies.inForce ?? items[0])?.spec ?? { name: 'least-loaded' }} policies={policies} />}
    </Loading>
  );
}

function Trial({ queueId, saved, policies }: { queueId: string; saved: PolicySpec; policies: ReturnType<typeof usePolicies> }) {
  const t = useT();
  const { agent } = useWorkspace();
  const { modal } = App.useApp();
  const { value: spec, change, discard } = useEdit<PolicySpec>(`policy:${queueId}`, saved);
  const [period, setPeriod] = useState(() => ({ from: toLocal(Date.now() - day), to: toLocal(Date.now()) }));
  const run = useReplays((s) => s.runs[queueId]);
  const errors = specErrors(spec, t);
  const badPeriod = periodErrors(period.from, period.to, Date.now());
  const ready = Object.keys(errors).length === 0 && badPeriod === null;
  const result = useRef<HTMLDivElement>(null);
  const done = run?.report !== undefined;
  useEffect(() => {
    if (done) result.current?.scrollIntoView({ block: 'nearest' });
  }, [done]);

  const publish = (tried: PolicySpec) =>
    modal.confirm({
      title: t.replay.publishTitle(policyName(tried.name, t)),
      content: t.replay.publishText,
      okText: t.policies.publish,
      cancelText: t.app.cancel,
      onOk: async () => {
        if (await policies.publish(tried, t.replay.noteOf(period.from.slice(0, 10), period.to.slice(0, 10)))) discard();
      },
    });

  return (
    <div className="replay">
      <p className="muted">{t.replay.lead}</p>
      <SpecForm value={spec} errors={errors} onChange={change} />
      <PeriodFields value={period} bad={badPeriod} onChange={setPeriod} />
      <div className="form-actions">
        <Button
          type="primary"
          icon={<ExperimentOutlined aria-hidden />}
          disabled={!ready}
          loading={run?.since !== undefined}
          onClick={() => void startReplay(agent, queueId, { spec, from: new Date(period.from).toISOString(), to: new Date(period.to).toISOString() })}
        >
          {t.replay.run}
        </Button>
      </div>
      <div ref={result} aria-live="polite">
        {run?.since !== undefined && <Running since={run.since} />}
        {run?.error !== undefined && <Alert type="error" showIcon role="alert" title={adminError(run.error)} />}
        {run?.report && (
          <>
            <ReplayResult report={run.report} />
            <div className="form-actions">
              <Button type="primary" disabled={sameSpec(run.spec, saved)} loading={policies.busy} onClick={() => publish(run.spec)}>
                {t.replay.publish(policyName(run.spec.name, t))}
              </Button>
            </div>
          </>
        )}
      </div>
    </div>
  );
}

function Running({ since }: { since: number }) {
  const t = useT();
  const now = useNow();
  return (
    <p className="replay-running">
      <LoadingOutlined aria-hidden /> {t.replay.running} <span className="num muted">{timer(now - since, t)}</span>
    </p>
  );
}

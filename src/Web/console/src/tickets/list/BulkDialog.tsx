import { Alert, Button, Modal, Progress } from 'antd';
import { useEffect, useRef } from 'react';
import { errorText } from '../../common/errorText';
import { useT } from '../../i18n/language';
import type { BulkJob } from './BulkBar';
import { failureText } from './bulk.model';
import { useBulkRun } from './useBulkRun';

interface Props {
  job: BulkJob;
  ticketIds: string[];
  numberOf(ticketId: string): number | undefined;
  onClose(): void;
}

/** How a run over many tickets goes. It goes on by itself when this is closed. */
export function BulkDialog({ job, ticketIds, numberOf, onClose }: Props) {
  const t = useT();
  const { run, error, start, cancel } = useBulkRun();
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void start(ticketIds, job.actions, job.macro);
  });
  const over = run?.endedAt != null;
  const share = run && run.total > 0 ? Math.round((run.done / run.total) * 100) : 0;
  return (
    <Modal
      open
      centered
      width={480}
      title={`${job.what}: ${t.bulk.picked(ticketIds.length)}`}
      onCancel={onClose}
      footer={
        <>
          {run && !over && (
            <Button danger onClick={() => void cancel()}>
              {t.bulk.stop}
            </Button>
          )}
          <Button type="primary" onClick={onClose}>
            {over ? t.bulk.close : t.bulk.background}
          </Button>
        </>
      }
    >
      <div className="dialog-form">
        {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error, t)} />}
        <Progress percent={share} status={over ? (run.failedCount > 0 ? 'exception' : 'success') : 'active'} aria-label={job.what} />
        <p role="status" className="num">
          {run === null ? t.bulk.starting : run.cancelled ? t.bulk.stopped(run.done, run.total) : t.bulk.progress(run.done, run.total)}
          {run && run.failedCount > 0 && ` · ${t.bulk.failed(run.failedCount)}`}
        </p>
        {run && run.failed.length > 0 && (
          <ul className="bulk-failures" aria-label={t.bulk.failures}>
            {run.failed.map((f) => (
              <li key={f.ticketId}>
                <span className="num">#{numberOf(f.ticketId) ?? f.ticketId}</span> {failureText(f, t)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Modal>
  );
}

import { ClockCircleOutlined, ExclamationCircleFilled } from '@ant-design/icons';
import { useT } from '../i18n/language';
import { useNow } from './clock';
import { span, timer } from './time';
import { answerWithinMs, waitLevel } from './waiting';

/** Runs by itself, so that a second costs one small text and not its row. */
export function WaitTimer({ since, promiseMs = answerWithinMs }: { since: string; promiseMs?: number }) {
  const t = useT();
  const waited = Math.max(0, useNow() - Date.parse(since));
  const level = waitLevel(waited, promiseMs);
  const over = waited - promiseMs;
  const words =
    level === 'overdue' ? t.time.overdue(span(over, t)) : level === 'calm' ? t.time.waiting(span(waited, t)) : t.time.soon(span(waited, t));
  return (
    <span className="wait num" data-level={level} title={words}>
      {level === 'calm' ? <ClockCircleOutlined aria-hidden /> : <ExclamationCircleFilled aria-hidden />}
      <span aria-hidden="true">{level === 'overdue' ? t.time.overdueShort(timer(over, t)) : timer(waited, t)}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}

import { CheckCircleOutlined, ClockCircleOutlined, ExclamationCircleFilled, PauseCircleOutlined } from '@ant-design/icons';
import { useNow } from '../common/clock';
import { span, timer } from '../common/time';
import { useT } from '../i18n/language';
import type { SlaState } from './sla.model';

const icons = {
  calm: <ClockCircleOutlined aria-hidden />,
  amber: <ExclamationCircleFilled aria-hidden />,
  red: <ExclamationCircleFilled aria-hidden />,
  breached: <ExclamationCircleFilled aria-hidden />,
  paused: <PauseCircleOutlined aria-hidden />,
  met: <CheckCircleOutlined aria-hidden />,
};

/** What is left of a promise: in a colour, a sign and words. Runs by itself, so that a second costs one small text. */
export function SlaChip({ of, label }: { of: (now: number) => SlaState | null; label?: string }) {
  const t = useT();
  const state = of(useNow());
  if (state === null) return null;
  const { level, ms } = state;
  const time = ms === null ? '' : timer(ms, t);
  const shown = level === 'breached' ? t.sla.breached(time) : level === 'paused' ? t.sla.paused : level === 'met' ? t.sla.met : time;
  const words = ms === null ? shown : level === 'breached' ? t.sla.breachedSince(span(ms, t)) : t.sla.dueIn(span(ms, t));
  return (
    <span className="wait num sla" data-level={level === 'breached' ? 'overdue' : level} title={label ? `${label}: ${words}` : words}>
      {icons[level]}
      <span aria-hidden="true">{shown}</span>
      <span className="sr-only">{label ? `${label}: ${words}` : words}</span>
    </span>
  );
}

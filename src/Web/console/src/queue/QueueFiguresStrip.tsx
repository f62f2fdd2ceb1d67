import type { QueueView } from '@grainline/client';
import { useNow } from '../common/clock';
import { percent, seconds } from '../common/figure';
import { timer } from '../common/time';
import { waitLevel } from '../common/waiting';
import { useLanguage, useT } from '../i18n/language';
import { figures } from '../overview/figures.model';
import { useDirectory } from '../state/directory';
import { staffOf } from '../state/queues';

/** How the shown queues stand now, and how they did today. */
export function QueueFiguresStrip({ queues }: { queues: QueueView[] }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const now = useNow();
  const staff = staffOf(
    queues,
    useDirectory((d) => d.agents),
  );
  const f = figures(queues, staff);
  const longest = f.longestSince === null ? null : Math.max(0, now - Date.parse(f.longestSince));
  const cell = (label: string, value: string | number, more?: string, level?: string) => (
    <div data-level={level}>
      <dt>{label}</dt>
      <dd className="num">
        {value}
        {more && <small> {more}</small>}
      </dd>
    </div>
  );
  return (
    <dl className="figures">
      {cell(t.overview.waitingTotal, f.waiting)}
      {cell(t.overview.longest, longest === null ? '—' : timer(longest, t), undefined, longest === null ? 'calm' : waitLevel(longest))}
      {cell(
        t.queues.serviceLevelToday,
        percent(f.serviceLevel, language),
        t.queues.targetOf(percent(f.target, language)),
        f.serviceLevel !== null && f.serviceLevel < f.target ? 'red' : 'calm',
      )}
      {cell(t.queues.averageWaitToday, seconds(f.averageWait, t))}
      {cell(t.overview.availableTotal, f.available, `/ ${staff.length}`)}
    </dl>
  );
}

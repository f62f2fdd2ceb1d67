import { MoonOutlined } from '@ant-design/icons';
import type { QueueView } from '@grainline/client';
import { opening } from '../common/time';
import { useLanguage, useT } from '../i18n/language';

/** Said of a queue outside its hours: nobody is offered work, and until when. */
export function ClosedNote({ queue }: { queue: QueueView }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  return (
    <p className="closed-note" role="status">
      <MoonOutlined aria-hidden />
      <span>
        {queue.opensAt ? t.queues.closedUntil(queue.profile.name, opening(queue.opensAt, language)) : t.queues.closed(queue.profile.name)}{' '}
        <span className="muted">{t.queues.closedHelp}</span>
      </span>
    </p>
  );
}

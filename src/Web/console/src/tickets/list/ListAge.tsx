import type { TicketList } from '@grainline/client';
import { errorText } from '../../common/errorText';
import { clockTime } from '../../common/time';
import { useLanguage, useT } from '../../i18n/language';
import { useLink } from '../../state/workspace';

/** Whether every change is heard, and how old the list is otherwise. */
export function ListAge({ list }: { list: TicketList }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const link = useLink();
  if (list.at === null) return null;
  if (list.live)
    return (
      <span className="live" role="status">
        <i aria-hidden="true" />
        {t.queues.live}
      </span>
    );
  return (
    <span className="field-error num" role="status">
      {t.link.stale(clockTime(new Date(list.at).toISOString(), language))} · {list.error === null ? t.link[link] : errorText(list.error, t)}
    </span>
  );
}

import { ExclamationCircleFilled } from '@ant-design/icons';
import { useNow } from '../common/clock';
import { useT } from '../i18n/language';
import { overdue, type ListRow } from './rows';

/** One line for all overdue chats; a click goes to the one that has waited longest. */
export function OverdueLine({ rows, onGo }: { rows: ListRow[]; onGo(id: string): void }) {
  const t = useT();
  const late = overdue(rows, useNow());
  const first = late[0];
  return (
    <div aria-live="polite">
      {first && (
        <div className="banner" data-tone="bad">
          <ExclamationCircleFilled aria-hidden /> {t.list.overdue(late.length)}
          <button type="button" className="link" onClick={() => onGo(first.id)}>
            {t.list.goOverdue}
          </button>
        </div>
      )}
    </div>
  );
}

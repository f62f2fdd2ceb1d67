import type { TicketRow } from '@grainline/client';
import { fullTime, shortTime } from '../../common/time';
import { useLanguage, useT } from '../../i18n/language';
import { PriorityChip } from '../../queue/PriorityChip';
import { teamName, useDesk } from '../../state/desk';
import { useWorkspace } from '../../state/workspace';
import { rowSla } from '../sla.model';
import { SlaChip } from '../SlaChip';
import { StateChip } from '../StateChip';
import type { Column } from '../ticketsUi';

/** One cell of the list, but for the subject. */
export function Cell({ row, column }: { row: TicketRow; column: Column }) {
  switch (column) {
    case 'number':
      return <span className="num muted">#{row.number}</span>;
    case 'state':
      return <StateChip team={row.team} state={row.state} category={row.category} />;
    case 'priority':
      return <PriorityChip priority={row.priority} />;
    case 'requester':
      return <>{row.requesterName ?? '—'}</>;
    case 'team':
      return <TeamCell team={row.team} />;
    case 'assignee':
      return <AssigneeCell row={row} />;
    case 'tags':
      return <TagsCell tags={row.tags} />;
    case 'due':
      return <SlaChip of={(now) => rowSla(row, now)} />;
    case 'created':
      return <When at={row.createdAt} />;
    case 'updated':
      return <When at={row.updatedAt} />;
    default:
      return null;
  }
}

const TeamCell = ({ team }: { team: string }) => teamName(useDesk(), team);

function AssigneeCell({ row }: { row: TicketRow }) {
  const t = useT();
  const { session } = useWorkspace();
  if (row.assigneeId === null) return <span className="muted">{t.list.unassigned}</span>;
  return <>{row.assigneeId === session.agentId ? t.list.you : (row.assigneeName ?? row.assigneeId)}</>;
}

function TagsCell({ tags }: { tags: readonly string[] }) {
  return (
    <span className="tags" title={tags.join(', ')}>
      {tags.slice(0, 3).map((tag) => (
        <span key={tag} className="chip">
          {tag}
        </span>
      ))}
      {tags.length > 3 && <span className="muted num">+{tags.length - 3}</span>}
    </span>
  );
}

function When({ at }: { at: string }) {
  const language = useLanguage((s) => s.language);
  return (
    <time className="num muted" dateTime={at} title={fullTime(at, language)}>
      {shortTime(at, language)}
    </time>
  );
}

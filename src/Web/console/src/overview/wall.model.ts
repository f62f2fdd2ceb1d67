import type { AgentSnapshot, AgentStatus, SpanFigures } from '@grainline/client';
import { shareOf } from '../common/figure';

export interface StaffFilter {
  queue: string | null;
  status: AgentStatus | null;
}

const order: AgentStatus[] = ['available', 'busy', 'away', 'offline'];

/** Who can help first, then who has most to do. */
export const sortedStaff = (agents: readonly AgentSnapshot[], f: StaffFilter): AgentSnapshot[] =>
  agents
    .filter((a) => (f.queue === null || a.queues.includes(f.queue)) && (f.status === null || a.status === f.status))
    .toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status) || b.load - a.load || a.name.localeCompare(b.name));

/** Who left before anybody answered, of all that were answered or left. */
export const abandonment = ({ abandoned, answered }: SpanFigures): number | null => shareOf(abandoned, abandoned + answered);

/** Share of the agents at work by status, for the counts above the grid. */
export function byStatus(agents: readonly AgentSnapshot[]): { status: AgentStatus; count: number }[] {
  return order.map((status) => ({ status, count: agents.filter((a) => a.status === status).length }));
}

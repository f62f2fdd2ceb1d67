import { useMemo } from 'react';
import { useLanguage } from '../../i18n/language';
import { useDesk } from '../../state/desk';
import { useDirectory } from '../../state/directory';
import { useWorkspace } from '../../state/workspace';
import { fillPlaceholders, type Choice, type CompletionKind } from './completion';
import { useTicket } from './context';

const offered = (teams: readonly string[], team: string) => teams.length === 0 || teams.includes(team);

/** What can be completed on this ticket. */
export function useChoices(): Record<CompletionKind, Choice[]> {
  const desk = useDesk();
  const agents = useDirectory((d) => d.agents);
  const language = useLanguage((s) => s.language);
  const { session } = useWorkspace();
  const { view } = useTicket();
  const { team, number, requester } = view;
  return useMemo(() => {
    const values = { 'requester.name': requester?.name, 'agent.name': session.name, 'ticket.number': String(number) };
    const mine = (tag: string | null) => tag === null || tag.split('-')[0] === language.split('-')[0];
    const replies = desk.replies.filter((r) => offered(r.teams, team)).sort((a, b) => Number(mine(b.language)) - Number(mine(a.language)));
    return {
      reply: replies.map((r) => ({ key: r.shortcut, label: r.shortcut, detail: r.name, text: fillPlaceholders(r.text, values) })),
      mention: agents.map((a) => ({ key: a.agentId, label: a.name, detail: a.agentId, text: `@${a.agentId}` })),
      macro: desk.macros.filter((m) => offered(m.teams, team)).map((m) => ({ key: m.id, label: m.name, detail: m.id, text: '' })),
    };
  }, [desk, agents, language, session.name, team, number, requester?.name]);
}

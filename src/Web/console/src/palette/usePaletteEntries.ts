import { currentT, languages, useLanguage } from '../i18n/language';
import { useLeave } from '../state/edits';
import { useUi, type Zone } from '../state/ui';
import { useInbox, useWorkspace } from '../state/workspace';
import { useActions } from '../thread/actions';
import type { AgentStatus } from '@grainline/client';
import type { PaletteEntry } from './entries';

const statuses: AgentStatus[] = ['available', 'busy', 'away', 'offline'];

/** Everything one can jump to or do from here, now. */
export function usePaletteEntries(): PaletteEntry[] {
  const { agent, senior, admin } = useWorkspace();
  const leave = useLeave();
  const inbox = useInbox();
  const ui = useUi();
  const t = currentT();
  const view = ui.selected === null ? null : (inbox.conversation(ui.selected) ?? null);
  const { can, transfer, toggleHold, resolve } = useActions(view);
  const action = (key: string, label: string, run: () => void, shortcut?: string): PaletteEntry => ({
    key,
    group: 'actions',
    label,
    run,
    ...(shortcut ? { shortcut } : {}),
  });

  const entries: PaletteEntry[] = inbox.conversations.map((c) => ({
    key: c.conversationId,
    group: 'conversations',
    label: c.visitor.name,
    detail: c.lastMessage?.text ?? c.subject ?? '',
    run: () =>
      leave(() => {
        ui.setTab('mine');
        ui.select(c.conversationId);
      }),
  }));
  if (view)
    entries.push(
      action('reply', t.keys.reply, () => ui.write('reply'), 'R'),
      action('note', t.keys.note_, () => ui.write('note'), 'N'),
    );
  if (can.transfer) entries.push(action('transfer', t.actions.transfer, transfer, 'T'));
  if (can.hold || can.resume) entries.push(action('hold', can.hold ? t.actions.hold : t.actions.resume, toggleHold, 'H'));
  if (can.resolve) entries.push(action('resolve', t.actions.resolve, resolve, 'E'));
  for (const tab of ['mine', 'queue', 'all'] as const)
    entries.push(action(`tab ${tab}`, `${t.rail.inbox}: ${t.list[tab]}`, () => leave(() => ui.setTab(tab))));
  const page = (zone: Zone) => action(`zone ${zone}`, t.rail[zone], () => leave(() => ui.show(zone)));
  entries.push(page('queue'), page('tickets'));
  if (senior) entries.push(page('overview'), page('audit'));
  if (admin) entries.push(page('admin'));
  for (const status of statuses)
    if (status !== inbox.load.status)
      entries.push(action(`status ${status}`, `${t.status.label}: ${t.status[status]}`, () => void agent.setAvailability(status)));
  for (const language of languages)
    if (language !== useLanguage.getState().language)
      entries.push(action(`language ${language}`, `${t.language.label}: ${t.language[language]}`, () => useLanguage.getState().set(language)));
  entries.push(action('keys', t.rail.help, () => ui.open('keys'), '?'));
  return entries;
}

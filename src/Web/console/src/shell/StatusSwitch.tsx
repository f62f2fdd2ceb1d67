import { DownOutlined } from '@ant-design/icons';
import type { AgentStatus } from '@grainline/client';
import { App, Dropdown, type MenuProps } from 'antd';
import { useNow } from '../common/clock';
import { errorText } from '../common/errorText';
import { timer } from '../common/time';
import { useT } from '../i18n/language';
import { useInbox, useLink, useWorkspace } from '../state/workspace';

const reasons: Partial<Record<AgentStatus, string[]>> = { busy: ['follow-up', 'meeting'], away: ['lunch', 'break', 'training'] };
const order: AgentStatus[] = ['available', 'busy', 'away', 'offline'];

/** The agent's status, its reason and how long it has lasted. */
export function StatusSwitch() {
  const t = useT();
  const { agent } = useWorkspace();
  const { load } = useInbox();
  const online = useLink() === 'online';
  const { message } = App.useApp();

  const choose = (status: AgentStatus, reason?: string) => {
    agent.setAvailability(status, reason).catch((error: unknown) => message.error(`${t.status.failed} ${errorText(error, t)}`));
  };
  const dot = (status: AgentStatus) => <span className="presence" data-status={status} aria-hidden="true" />;
  const items: MenuProps['items'] = order.flatMap((status) => {
    const why = reasons[status];
    const own = { key: status, icon: dot(status), label: t.status[status], onClick: () => choose(status) };
    return why
      ? [
          own,
          ...why.map((reason) => ({
            key: `${status} ${reason}`,
            className: 'status-reason',
            label: t.status.reasons[reason],
            onClick: () => choose(status, reason),
          })),
        ]
      : [own];
  });
  const selected = load.reason && reasons[load.status]?.includes(load.reason) ? `${load.status} ${load.reason}` : load.status;
  return (
    <Dropdown menu={{ items, selectedKeys: [selected] }} trigger={['click']} disabled={!online} placement="bottomRight">
      <button type="button" className="status-switch" data-status={load.status} aria-label={`${t.status.label}: ${t.status[load.status]}`}>
        {dot(load.status)}
        <span>{load.reason ? (t.status.reasons[load.reason] ?? load.reason) : t.status[load.status]}</span>
        <Since since={load.since} />
        <DownOutlined aria-hidden className="status-arrow" />
      </button>
    </Dropdown>
  );
}

function Since({ since }: { since: string }) {
  const t = useT();
  const ms = useNow() - Date.parse(since);
  // Before the first picture of the inbox there is no status whose age could be told.
  return Date.parse(since) > 0 ? <span className="num muted">{timer(ms, t)}</span> : null;
}

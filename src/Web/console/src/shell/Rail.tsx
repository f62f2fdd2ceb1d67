import {
  DashboardOutlined,
  InboxOutlined,
  QuestionCircleOutlined,
  SearchOutlined,
  SettingOutlined,
  SoundOutlined,
  AuditOutlined,
  TagsOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { Mark } from '../app/Mark';
import { usePreferences } from '../app/preferences';
import { useT } from '../i18n/language';
import { useLeave } from '../state/edits';
import { useUi, type Zone } from '../state/ui';
import { useWorkspace } from '../state/workspace';
import { AccountMenu } from './AccountMenu';
import { MuteIcon } from './MuteIcon';

export function Rail() {
  const t = useT();
  const { senior, admin } = useWorkspace();
  const { zone, open } = useUi();
  const go = useLeave();
  const show = (to: Zone) => go(() => useUi.getState().show(to));
  const { muted, set } = usePreferences();
  return (
    <nav className="rail" aria-label={t.rail.label}>
      <span className="rail-mark">
        <Mark size={30} />
      </span>
      <RailButton label={t.rail.inbox} current={zone === 'inbox'} onClick={() => show('inbox')}>
        <InboxOutlined aria-hidden />
      </RailButton>
      <RailButton label={t.rail.queue} current={zone === 'queue'} onClick={() => show('queue')}>
        <UnorderedListOutlined aria-hidden />
      </RailButton>
      <RailButton label={t.rail.tickets} current={zone === 'tickets'} onClick={() => show('tickets')}>
        <TagsOutlined aria-hidden />
      </RailButton>
      {senior && (
        <RailButton label={t.rail.overview} current={zone === 'overview'} onClick={() => show('overview')}>
          <DashboardOutlined aria-hidden />
        </RailButton>
      )}
      {senior && (
        <RailButton label={t.rail.audit} current={zone === 'audit'} onClick={() => show('audit')}>
          <AuditOutlined aria-hidden />
        </RailButton>
      )}
      {admin && (
        <RailButton label={t.rail.admin} current={zone === 'admin'} onClick={() => show('admin')}>
          <SettingOutlined aria-hidden />
        </RailButton>
      )}
      <RailButton label={`${t.rail.palette} (Ctrl K)`} onClick={() => open('palette')}>
        <SearchOutlined aria-hidden />
      </RailButton>
      <span className="rail-space" />
      <RailButton label={muted ? t.rail.unmute : t.rail.mute} pressed={!muted} onClick={() => set({ muted: !muted })}>
        {muted ? <MuteIcon /> : <SoundOutlined aria-hidden />}
      </RailButton>
      <RailButton label={`${t.rail.help} (?)`} onClick={() => open('keys')}>
        <QuestionCircleOutlined aria-hidden />
      </RailButton>
      <AccountMenu />
    </nav>
  );
}

function RailButton({
  label,
  current,
  pressed,
  onClick,
  children,
}: {
  label: string;
  current?: boolean;
  pressed?: boolean;
  onClick(): void;
  children: ReactNode;
}) {
  return (
    <Tooltip title={label} placement="right" mouseEnterDelay={0.3}>
      <button
        type="button"
        className="rail-button"
        aria-label={label}
        aria-current={current ? 'page' : undefined}
        aria-pressed={pressed}
        onClick={onClick}
      >
        {children}
      </button>
    </Tooltip>
  );
}

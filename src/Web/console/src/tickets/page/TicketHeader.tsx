import { ArrowLeftOutlined, EllipsisOutlined } from '@ant-design/icons';
import { Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { useT } from '../../i18n/language';
import { teamName, useDesk } from '../../state/desk';
import { useUi } from '../../state/ui';
import { useLink, useWorkspace } from '../../state/workspace';
import { clockSla } from '../sla.model';
import { SlaChip } from '../SlaChip';
import { StateChip } from '../StateChip';
import { AssigneePick } from './AssigneePick';
import { useTicket } from './context';
import { ForceDialog } from './ForceDialog';
import { Lookers } from './Lookers';
import { PriorityPick } from './PriorityPick';
import { SplitDialog } from './SplitDialog';
import { Subject } from './Subject';
import { TransferDialog } from './TransferDialog';
import { Triggers } from './Triggers';
import { WhereItWent } from './WhereItWent';

type Dialog = 'transfer' | 'force' | 'history' | null;

/** What it is and where it stands, and what can be done with it. */
export function TicketHeader({ dialog, setDialog }: { dialog: Dialog; setDialog(dialog: Dialog): void }) {
  const t = useT();
  const { senior, admin } = useWorkspace();
  const online = useLink() === 'online';
  const desk = useDesk();
  const openTicket = useUi((s) => s.openTicket);
  const { view, frozen } = useTicket();
  const [splitting, setSplitting] = useState(false);
  const running = view.sla.filter((c) => c.metAt === null || c.breachedAt !== null);
  const items: MenuProps['items'] = [
    { key: 'transfer', label: t.ticket.transfer, disabled: frozen || !online, onClick: () => setDialog('transfer') },
    { key: 'split', label: t.ticket.split, disabled: frozen || !online, onClick: () => setSplitting(true) },
    { key: 'history', label: t.history.label, onClick: () => setDialog('history') },
    ...(admin ? [{ key: 'force', label: t.ticket.force, danger: true, disabled: frozen || !online, onClick: () => setDialog('force') }] : []),
  ];
  return (
    <header className="ticket-header">
      <button type="button" className="icon-button" aria-label={t.thread.back} onClick={() => openTicket(null)}>
        <ArrowLeftOutlined aria-hidden />
      </button>
      <div className="ticket-title">
        <div className="ticket-name">
          <span className="num muted">#{view.number}</span>
          <Subject />
          <Lookers />
        </div>
        <div className="ticket-facts">
          <StateChip team={view.team} state={view.state} category={view.category} />
          <span className="muted">{teamName(desk, view.team)}</span>
          <AssigneePick />
          <PriorityPick />
          {running.map((c) => (
            <SlaChip key={c.metric} label={t.sla.metrics[c.metric]} of={(now) => clockSla(c, now)} />
          ))}
          <WhereItWent />
        </div>
      </div>
      <div className="ticket-actions" role="toolbar" aria-label={t.ticket.actions}>
        <Triggers />
        <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
          <button type="button" className="icon-button" aria-label={t.ticket.more}>
            <EllipsisOutlined aria-hidden />
          </button>
        </Dropdown>
      </div>
      {dialog === 'transfer' && !frozen && <TransferDialog onClose={() => setDialog(null)} />}
      {dialog === 'force' && senior && <ForceDialog onClose={() => setDialog(null)} />}
      {splitting && <SplitDialog onClose={() => setSplitting(false)} />}
    </header>
  );
}

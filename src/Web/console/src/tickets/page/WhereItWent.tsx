import { MergeCellsOutlined, SwapOutlined } from '@ant-design/icons';
import { useT } from '../../i18n/language';
import { teamName, useDesk } from '../../state/desk';
import { useUi } from '../../state/ui';
import { useTicket } from './context';

/** Why nothing can be changed: it went into another ticket, or is on its way to another team. */
export function WhereItWent() {
  const t = useT();
  const desk = useDesk();
  const openTicket = useUi((s) => s.openTicket);
  const { view } = useTicket();
  const { mergedInto, transfer } = view;
  if (mergedInto !== null) {
    const link = view.links.find((l) => l.ticketId === mergedInto);
    return (
      <button type="button" className="plain chip" data-tone="warn" onClick={() => openTicket(mergedInto)}>
        <MergeCellsOutlined aria-hidden /> {t.ticket.mergedInto(link ? `#${link.number}` : mergedInto)}
      </button>
    );
  }
  if (transfer === null) return null;
  return (
    <span className="chip" data-tone="warn" role="status">
      <SwapOutlined aria-hidden /> {t.ticket.onItsWay(teamName(desk, transfer.toTeam))}
    </span>
  );
}

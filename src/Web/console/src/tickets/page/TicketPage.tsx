import type { TicketRow, TicketView } from '@grainline/client';
import { useState } from 'react';
import { ThreadSkeleton } from '../../common/Skeleton';
import { LinkBanner } from '../../shell/LinkBanner';
import { useTicketThread } from '../../state/tickets';
import { AsOfBar } from './AsOfBar';
import { TicketContext } from './context';
import { OthersBar } from './OthersBar';
import { SideCards } from './SideCards';
import { TicketComposer } from './TicketComposer';
import { TicketError } from './TicketError';
import { TicketHeader } from './TicketHeader';
import { Timeline } from './Timeline';
import { useAct } from './useAct';
import { useAsOf } from './useAsOf';
import { useLook } from './useLook';
import { usePageKeys } from './usePageKeys';

/** One ticket: what was said and done on the left, what it is on the right. */
export function TicketPage({ ticketId, rows }: { ticketId: string; rows: readonly TicketRow[] }) {
  const thread = useTicketThread(ticketId);
  const { act, conflict } = useAct(thread);
  const [dialog, setDialog] = useState<'transfer' | 'force' | 'history' | null>(null);
  const asOf = useAsOf(ticketId, thread.view);
  usePageKeys(ticketId, rows, setDialog);
  useLook(thread);
  const fatal = thread.error !== null && !thread.error.temporary;
  if (thread.view === null || (fatal && !thread.loaded))
    return (
      <main className="ticket-page" id="thread" tabIndex={-1}>
        <LinkBanner />
        {thread.error !== null && fatal ? <TicketError error={thread.error} /> : <ThreadSkeleton />}
      </main>
    );
  const shown: TicketView = asOf.view ?? thread.view;
  // What is over for good, on its way, or long past is looked at, not changed.
  const frozen = asOf.at !== null || shown.mergedInto !== null || shown.transfer !== null;
  return (
    <TicketContext value={{ thread, view: shown, frozen, act }}>
      <main className="ticket-page" id="thread" tabIndex={-1}>
        <TicketHeader dialog={dialog} setDialog={setDialog} />
        <LinkBanner />
        <AsOfBar asOf={asOf} open={dialog === 'history'} onClose={() => setDialog(null)} />
        <OthersBar />
        <div className="ticket-columns">
          <section className="ticket-main">
            <Timeline until={asOf.at} />
            {!frozen && <TicketComposer />}
          </section>
          <SideCards />
        </div>
      </main>
      {conflict}
    </TicketContext>
  );
}

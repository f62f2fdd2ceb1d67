import type { OfferView } from '@grainline/client';
import { useMemo } from 'react';
import { useUi } from '../state/ui';
import { useWorkspace } from '../state/workspace';

/** Accepting opens the conversation with the cursor in the composer. */
export function useOfferAnswers() {
  const { agent } = useWorkspace();
  return useMemo(
    () => ({
      accept: async (offer: OfferView) => {
        useUi.setState({ accepting: true });
        try {
          const view = await agent.accept(offer.offerId);
          const { setTab, select, write } = useUi.getState();
          setTab('mine');
          select(view.conversationId);
          write('reply');
        } finally {
          useUi.setState({ accepting: false });
        }
      },
      decline: (offer: OfferView, reason?: string) => agent.decline(offer.offerId, reason),
    }),
    [agent],
  );
}

import { lazy, Suspense } from 'react';
import { useUi } from '../state/ui';

const parts = {
  transfer: lazy(() => import('../thread/TransferDialog')),
  ticket: lazy(() => import('../tickets/create/FromConversation')),
  keys: lazy(() => import('../shortcuts/KeysDialog')),
  palette: lazy(() => import('../palette/Palette')),
};

/** Dialogs are loaded with their first use and gone when closed: each opens clean. */
export function Overlays() {
  const overlay = useUi((s) => s.overlay);
  if (!overlay) return null;
  const Part = parts[overlay];
  return (
    <Suspense fallback={null}>
      <Part />
    </Suspense>
  );
}

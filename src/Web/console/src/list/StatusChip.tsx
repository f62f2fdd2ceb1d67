import type { ConversationStatus } from '@grainline/client';
import { useT } from '../i18n/language';

const tones: Partial<Record<ConversationStatus, 'accent' | 'warn'>> = { queued: 'warn', offered: 'warn', open: 'warn', assigned: 'accent' };

export function StatusChip({ status }: { status: ConversationStatus }) {
  const t = useT();
  return (
    <span className="chip" data-tone={tones[status]}>
      {t.conversationStatus[status] ?? status}
    </span>
  );
}

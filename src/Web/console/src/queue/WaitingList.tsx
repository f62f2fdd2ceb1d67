import type { ConversationView, Priority } from '@grainline/client';
import { App } from 'antd';
import { useState } from 'react';
import { errorText } from '../common/errorText';
import { useT } from '../i18n/language';
import { useLink, useWorkspace } from '../state/workspace';
import { AssignDialog } from './AssignDialog';
import { WaitingItem } from './WaitingItem';
import type { WaitingRow } from './waitingRows';

interface Props {
  rows: WaitingRow[];
  showQueue: boolean;
  /** The agent has not gone home. */
  working: boolean;
  taking: string | null;
  take(key: string, call: () => Promise<ConversationView>): Promise<void>;
}

export function WaitingList({ rows, showQueue, working, taking, take }: Props) {
  const t = useT();
  const { agent, senior } = useWorkspace();
  const online = useLink() === 'online';
  const { message } = App.useApp();
  const [assigning, setAssigning] = useState<WaitingRow | null>(null);

  async function setPriority(row: WaitingRow, priority: Priority) {
    try {
      await agent.classify(row.conversationId, { priority });
      void message.success(t.queues.prioritySet(row.visitor.name, t.queues.priorities[priority]));
    } catch (error) {
      void message.error(errorText(error, t));
    }
  }

  return (
    <>
      <ol className="waiting">
        {rows.map((row) => (
          <WaitingItem
            key={row.conversationId}
            row={row}
            showQueue={showQueue}
            senior={senior}
            disabled={!online || taking !== null}
            working={working}
            pulling={taking === row.conversationId}
            onPull={() => void take(row.conversationId, () => agent.pull(row.conversationId))}
            onAssign={() => setAssigning(row)}
            onPriority={(p) => void setPriority(row, p)}
          />
        ))}
      </ol>
      {assigning && (
        <AssignDialog
          conversationId={assigning.conversationId}
          visitor={assigning.visitor.name}
          agents={assigning.queue.agents}
          onClose={() => setAssigning(null)}
        />
      )}
    </>
  );
}

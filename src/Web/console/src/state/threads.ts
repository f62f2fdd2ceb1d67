import type { ConversationThread } from '@grainline/client';
import { useEffect, useState } from 'react';
import { useInbox, useWorkspace } from './workspace';

/** Beyond this many served conversations only the open one is kept complete. */
const kept = 20;

/** Keeps offered conversations, the given one and the served ones loaded: their unread counts are exact and opening them is instant. */
export function useWarmThreads(selected: string | null): void {
  const { agent } = useWorkspace();
  const inbox = useInbox();
  const wanted = inbox.conversations.slice(0, kept).map((c) => c.conversationId);
  // Who is offered a conversation may read it: the card shows what the visitor says meanwhile.
  for (const o of inbox.offers) if (!wanted.includes(o.conversation.conversationId)) wanted.push(o.conversation.conversationId);
  if (selected !== null && !wanted.includes(selected)) wanted.push(selected);
  const key = wanted.join();
  useEffect(() => {
    const ids = key === '' ? [] : key.split(',');
    for (const id of ids) agent.show(id);
    for (const thread of agent.threads) if (!ids.includes(thread.conversationId)) thread.close();
  }, [agent, key]);
}

export function useThread(id: string): ConversationThread {
  const { agent } = useWorkspace();
  const [thread, setThread] = useState(() => agent.show(id));
  useEffect(() => setThread(agent.show(id)), [agent, id]);
  return thread;
}

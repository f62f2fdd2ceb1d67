import type { GrainlineVisitor, ConversationThread } from '../src/index';

/** Waits on events, not on time: the test's own timeout is the limit. */
export function until(source: { client?: GrainlineVisitor; thread?: ConversationThread }, condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const undo: (() => void)[] = [];
    const check = () => {
      if (!condition()) return;
      for (const off of undo) off();
      resolve();
    };
    if (source.client) undo.push(source.client.on('state', check));
    if (source.thread) undo.push(source.thread.on('change', check));
    check();
  });
}

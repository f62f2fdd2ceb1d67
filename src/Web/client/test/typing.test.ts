import { describe, expect, it, vi } from 'vitest';
import { ConversationThread, type ThreadHost } from '../src/thread';

/** A host whose clock is moved by hand. */
function host() {
  const sent: (string | null)[] = [];
  let now = 0;
  const waiting: { at: number; run: () => void; gone: boolean }[] = [];
  const parts = {
    me: { kind: 'visitor' as const },
    env: {
      now: () => now,
      newId: () => 'id',
      after: (ms: number, run: () => void) => {
        const timer = { at: now + ms, run, gone: false };
        waiting.push(timer);
        return () => { timer.gone = true; };
      },
    },
    link: { send: (_: string, body: { preview: string | null }) => sent.push(body.preview) },
    outbox: { items: () => [], add: vi.fn() },
  };
  const advance = (ms: number) => {
    now += ms;
    for (const timer of waiting.splice(0)) {
      if (timer.gone) continue;
      if (timer.at <= now) timer.run();
      else waiting.push(timer);
    }
  };
  return { thread: new ConversationThread('c1', parts as unknown as ThreadHost), sent, advance };
}

describe('notifyTyping', () => {
  it('keys_WithinThePause_SendTheFirstAtOnceAndTheNewestAfterIt', () => {
    const { thread, sent, advance } = host();
    for (const text of ['A', 'An', 'And']) thread.notifyTyping(text);
    expect(sent).toEqual(['A']);
    advance(2_500);
    expect(sent).toEqual(['A', 'And']);
    advance(10_000);
    expect(sent).toEqual(['A', 'And']);
  });

  it('keys_WithoutAPreview_AreOnlyThrottled', () => {
    const { thread, sent, advance } = host();
    thread.notifyTyping();
    thread.notifyTyping();
    advance(10_000);
    expect(sent).toEqual([null]);
  });

  it('post_BeforeThePauseIsOver_TakesThePendingPreviewBack', () => {
    const { thread, sent, advance } = host();
    thread.notifyTyping('A');
    thread.notifyTyping('All');
    thread.post('All done');
    advance(10_000);
    expect(sent).toEqual(['A']);
  });
});

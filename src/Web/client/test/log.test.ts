import { describe, expect, it } from 'vitest';
import { ConversationLog, GrainlineError } from '../src/index';
import { FakeConversation } from './fake/conversation';
import { seeded } from './fake/random';

const amy = { kind: 'agent' as const, id: 'amy', name: 'Amy' };
const vera = { kind: 'visitor' as const, id: 'v', name: 'Vera' };

function conversation(count: number, hiddenEvery = 0): FakeConversation {
  const c = new FakeConversation('c1');
  for (let i = 1; i <= count; i++) c.post(amy, `m${i}`, `t${i}`, hiddenEvery > 0 && i % hiddenEvery === 0);
  return c;
}

const visitorLog = () => new ConversationLog('c1', { kind: 'visitor' });

describe('ConversationLog', () => {
  it('apply_ChainWithHiddenEntries_HasNoGap', () => {
    const c = conversation(9, 3);
    const log = visitorLog();
    expect(c.visible.map((e) => log.apply(c.message(e.seq)))).toEqual(Array(6).fill('applied'));
    expect(log.gap).toBe(false);
    expect(log.messages.map((m) => m.seq)).toEqual([1, 2, 4, 5, 7, 8]);
  });

  it('apply_KnownSeq_IsDropped', () => {
    const c = conversation(2);
    const log = visitorLog();
    log.apply(c.message(1));
    expect(log.apply(c.message(1))).toBe('duplicate');
    expect(log.messages).toHaveLength(1);
  });

  it('apply_PrevIsNotLast_IsAGapThatAPageRepairs', () => {
    const c = conversation(3);
    const log = visitorLog();
    log.apply(c.message(1));
    expect(log.apply(c.message(3))).toBe('gap');
    expect(log.gap).toBe(true);
    log.applyPage(c.page(log.last, 200));
    expect(log.gap).toBe(false);
    expect(log.messages.map((m) => m.text)).toEqual(['t1', 't2', 't3']);
  });

  it('applyPage_NewsCameWhileAsking_StaysAGap', () => {
    const c = conversation(2);
    const log = visitorLog();
    log.tear();
    const marks = log.gapMarks;
    const old = c.page(0, 200);
    c.post(amy, 'm3', 't3');
    c.post(amy, 'm4', 't4');
    log.apply(c.message(4));
    log.applyPage(old, marks);
    expect(log.gap).toBe(true);
    log.applyPage(c.page(log.last, 200));
    expect(log.gap).toBe(false);
    expect(log.last).toBe(4);
  });

  it('applyPage_HeadWasOverpromised_BelievesThePage', () => {
    const c = conversation(1);
    const log = visitorLog();
    log.tellHead(5);
    log.applyPage(c.page(0, 200));
    expect(log.gap).toBe(false);
  });

  it('addLocal_BeforeAndAfterItsMessage_IsShownOnce', () => {
    const c = conversation(1);
    const log = visitorLog();
    log.apply(c.message(1));
    log.addLocal({ clientMessageId: 'x', kind: 'text', text: 'hello', at: new Date(0).toISOString() });
    expect(log.entries.at(-1)).toMatchObject({ text: 'hello', state: 'sending', seq: null, mine: true });
    const { seq } = c.post(vera, 'x', 'hello');
    log.markSent('x', seq);
    expect(log.entries.at(-1)).toMatchObject({ state: 'sent' });
    log.apply(c.message(seq));
    log.addLocal({ clientMessageId: 'x', kind: 'text', text: 'hello', at: new Date(0).toISOString() });
    expect(log.entries.map((e) => [e.text, e.state])).toEqual([['t1', null], ['hello', 'delivered']]);
    log.applyReceipt({ reader: 'agent', seq });
    expect(log.entries.at(-1)?.state).toBe('read');
  });

  it('markFailed_KeepsTheErrorForTheResendButton', () => {
    const log = visitorLog();
    log.addLocal({ clientMessageId: 'x', kind: 'text', text: 'hello', at: new Date(0).toISOString() });
    log.markFailed('x', new GrainlineError(301, 'Ended.'));
    expect(log.entries[0]).toMatchObject({ state: 'failed', error: { code: 301 } });
    log.removeLocal('x');
    expect(log.entries).toEqual([]);
  });

  it('unread_CountsOthersAfterTheLastRead', () => {
    const c = conversation(3);
    const log = visitorLog();
    log.applyPage(c.page(0, 200));
    expect(log.unread).toBe(3);
    log.applyReceipt({ reader: 'visitor', seq: 2 });
    expect(log.unread).toBe(1);
  });

  it.each(Array.from({ length: 40 }, (_, i) => i))('seed %i: any storm of pushes and pages ends in the server\'s order', (seed) => {
    const random = seeded(seed);
    const c = conversation(5 + Math.floor(random() * 60), 4);
    const log = visitorLog();
    const storm = c.visible.flatMap((e) => (random() < 0.3 ? [] : random() < 0.3 ? [e, e] : [e])).sort(() => (random() < 0.15 ? -1 : 0));
    for (const entry of storm) {
      log.apply(c.message(entry.seq));
      const shown = log.messages.map((m) => m.seq);
      expect(shown).toEqual(c.visible.slice(0, shown.length).map((e) => e.seq));
      if (log.gap && random() < 0.3) log.applyPage(c.page(log.last, 1 + Math.floor(random() * 5)));
    }
    log.tellHead(c.head);
    while (log.gap) log.applyPage(c.page(log.last, 6));
    expect(log.messages.map((m) => m.seq)).toEqual(c.visible.map((e) => e.seq));
  });
});

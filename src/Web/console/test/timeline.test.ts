import { describe, expect, it } from 'vitest';
import { timeline } from '../src/thread/timeline';
import { entry } from './parts/views';

const types = (items: ReturnType<typeof timeline>) => items.map((i) => (i.type === 'events' ? `events ${i.entries.length}` : i.type));

describe('timeline', () => {
  it('events_InARow_FoldIntoOneItem', () => {
    const items = timeline([entry(1, { kind: 'event' }), entry(2, { kind: 'event' }), entry(3), entry(4, { kind: 'event' })], null);
    expect(types(items)).toEqual(['day', 'events 2', 'message', 'events 1']);
  });

  it('events_AcrossMidnight_DoNotFold', () => {
    const items = timeline(
      [
        entry(1, { kind: 'event', at: new Date(2026, 0, 1, 23, 59).toISOString() }),
        entry(2, { kind: 'event', at: new Date(2026, 0, 2, 0, 1).toISOString() }),
      ],
      null,
    );
    expect(types(items)).toEqual(['day', 'events 1', 'day', 'events 1']);
  });

  it('messages_OfOneAuthorWithinFiveMinutes_AreJoined', () => {
    const at = (minute: number) => new Date(2026, 0, 1, 12, minute).toISOString();
    const items = timeline([entry(1, { at: at(0) }), entry(2, { at: at(4) }), entry(3, { at: at(9) })], null);
    expect(items.map((i) => i.type === 'message' && i.continued)).toEqual([false, false, true, false]);
  });

  it('messages_NoteAfterReply_AreNotJoined', () => {
    const items = timeline([entry(1, { mine: true }), entry(2, { mine: true, kind: 'note' })], null);
    expect(items.map((i) => i.type === 'message' && i.continued)).toEqual([false, false, false]);
  });

  it('messages_PlacedAndPendingOfMine_AreJoined', () => {
    const agent = { kind: 'agent' as const, id: 'amy', name: 'Amy' };
    const items = timeline(
      [entry(1, { mine: true, author: agent }), entry(2, { mine: true, author: { ...agent, name: '' }, seq: null, state: 'sending' })],
      null,
    );
    expect(items.at(-1)).toMatchObject({ continued: true });
  });

  it('newLine_BeforeTheFirstUnreadOfOthers_StandsOnce', () => {
    const items = timeline([entry(1), entry(2, { mine: true }), entry(3, { kind: 'event' }), entry(4), entry(5)], 1);
    expect(types(items)).toEqual(['day', 'message', 'message', 'events 1', 'new', 'message', 'message']);
  });

  it('newLine_NothingNewer_IsAbsent', () => expect(types(timeline([entry(1), entry(2)], 2))).not.toContain('new'));

  it('keys_Always_AreUnique', () => {
    const items = timeline(
      Array.from({ length: 40 }, (_, i) => entry(i + 1, { kind: i % 3 ? 'text' : 'event', at: new Date(2026, 0, 1 + (i % 5), 12).toISOString() })),
      7,
    );
    expect(new Set(items.map((i) => i.key)).size).toBe(items.length);
  });
});

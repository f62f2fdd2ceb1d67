import type { GrainlineAgent, MessageView } from '@grainline/client';
import { describe, expect, it } from 'vitest';
import { waitLevel } from '../src/common/waiting';
import { byUrgency, filtering, matches, noFilters, overdue, rowOfRow, rowOfView } from '../src/list/rows';
import { rowFor } from '../src/list/rowFor';
import { unansweredSince } from '../src/list/unanswered';
import { message, row, view } from './parts/views';

describe('rowOfView', () => {
  it('waiting_VisitorSpokeLast_RunsSinceThen', () => {
    expect(rowOfView(view({ lastMessage: message('visitor', '2026-01-01T10:00:00Z') }), 0).waiting).toBe('2026-01-01T10:00:00Z');
  });
  it('waiting_AgentSpokeLast_IsNull', () => expect(rowOfView(view({ lastMessage: message('agent', '2026-01-01T10:00:00Z') }), 0).waiting).toBeNull());
  it('waiting_InLine_RunsSinceTheLine', () => {
    expect(
      rowOfView(view({ status: 'queued', waitingSince: '2026-01-01T09:00:00Z', lastMessage: message('visitor', '2026-01-01T10:00:00Z') }), 0).waiting,
    ).toBe('2026-01-01T09:00:00Z');
  });
  it.each(['resolved', 'closed', 'onHold'] as const)('waiting_%s_IsNull', (status) => {
    expect(rowOfView(view({ status, lastMessage: message('visitor', '2026-01-01T10:00:00Z') }), 0).waiting).toBeNull();
  });
});

const said = (kind: 'visitor' | 'agent', at: string, as: 'text' | 'note' | 'event' = 'text'): MessageView => ({
  conversationId: 'c1',
  seq: 1,
  clientMessageId: null,
  author: { kind, id: kind, name: kind },
  kind: as,
  text: 'x',
  attachments: [],
  at,
  prev: 0,
});

describe('rowFor', () => {
  it('text_LoadedThread_IsTheLastThingSaidThere', () => {
    const messages = [said('visitor', '1'), { ...said('agent', '2'), seq: 2, text: 'newest' }, said('agent', '3', 'event')];
    const live = view({ lastMessage: message('visitor', '1') });
    const agent = { threads: [{ conversationId: live.conversationId, loaded: true, log: { unread: 2, messages } }] } as unknown as GrainlineAgent;
    expect(rowFor(live, agent)).toMatchObject({ text: 'newest', unread: 2, lastAt: '2' });
  });
});

describe('unansweredSince', () => {
  it('unanswered_SeveralMessages_RunsSinceTheFirst', () =>
    expect(unansweredSince([said('agent', '1'), said('visitor', '2'), said('visitor', '3')])).toBe('2'));
  it('unanswered_NoteOrEventAfter_IsNoAnswer', () =>
    expect(unansweredSince([said('visitor', '2'), said('agent', '3', 'note'), said('agent', '4', 'event')])).toBe('2'));
  it('unanswered_Answered_IsNull', () => expect(unansweredSince([said('visitor', '2'), said('agent', '3')])).toBeNull());
});

describe('byUrgency', () => {
  it('sort_Mixed_LongestWaitFirstThenNewest', () => {
    const rows = [
      rowOfRow(row('idle-old', { lastAt: '2026-01-01T08:00:00Z' })),
      rowOfRow(row('short', { waitingSince: '2026-01-01T10:05:00Z' })),
      rowOfRow(row('idle-new', { lastAt: '2026-01-01T11:00:00Z' })),
      rowOfRow(row('long', { waitingSince: '2026-01-01T10:00:00Z' })),
    ];
    expect(rows.sort(byUrgency).map((r) => r.id)).toEqual(['long', 'short', 'idle-new', 'idle-old']);
  });
  it('sort_EqualTimes_IsStableByIdWhateverTheOrder', () => {
    const rows = ['c', 'a', 'b'].map((id) => rowOfRow(row(id, {})));
    expect([...rows].sort(byUrgency)).toEqual([...rows].reverse().sort(byUrgency));
  });
});

describe('overdue', () => {
  it('overdue_AtThePromise_CountsExactlyThen', () => {
    const rows = [
      rowOfRow(row('a', { waitingSince: '2026-01-01T10:00:00.000Z' })),
      rowOfRow(row('b', { waitingSince: '2026-01-01T10:00:00.001Z' })),
      rowOfRow(row('c', {})),
    ];
    expect(overdue(rows, Date.parse('2026-01-01T10:02:00Z')).map((r) => r.id)).toEqual(['a']);
  });
});

describe('waitLevel', () => {
  it.each([
    [0, 'calm'],
    [49_999, 'calm'],
    [50_000, 'amber'],
    [79_999, 'amber'],
    [80_000, 'red'],
    [99_999, 'red'],
    [100_000, 'overdue'],
  ] as const)('waitLevel_%i of 100000_Is %s', (ms, level) => {
    expect(waitLevel(ms, 100_000)).toBe(level);
  });
});

describe('filters', () => {
  const r = { ...rowOfRow(row('id1', { queue: 'support', assigneeId: 'li', assigneeName: '李娜' })), name: '王小明', text: '订单 GL-20931' };
  it('filtering_Blank_IsOff', () => expect(filtering({ ...noFilters, text: '  ' })).toBe(false));
  it.each(['王', 'gl-20931', '小明 gl', '李娜', 'id1'])('matches_%s_IsFound', (text) => expect(matches(r, { ...noFilters, text })).toBe(true));
  it.each(['李四', '王 nothing'])('matches_%s_IsNotFound', (text) => expect(matches(r, { ...noFilters, text })).toBe(false));
  it('matches_OtherQueue_IsHidden', () => expect(matches(r, { ...noFilters, queue: 'orders' })).toBe(false));
});

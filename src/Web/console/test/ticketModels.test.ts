import type { SlaClockView } from '@grainline/client';
import { describe, expect, it } from 'vitest';
import { en } from '../src/i18n/en';
import { zh } from '../src/i18n/zh';
import { spanOf } from '../src/audit/useAudit';
import { nameIn } from '../src/state/desk';
import { bytesText } from '../src/tickets/bytes';
import { fromConversation, ticketOf, emptyTicket } from '../src/tickets/create/create.model';
import { asksNothing, cleanFilter, dueFilter, dueSpan, forMe } from '../src/tickets/list/filter.model';
import { swapped } from '../src/tickets/list/views.model';
import { completed, completionAt, fillPlaceholders, matching } from '../src/tickets/page/completion';
import { crossing } from '../src/tickets/page/conflict.model';
import { ticketItems } from '../src/tickets/page/timeline.model';
import { arrivalForm } from '../src/tickets/page/transfer.model';
import { slaAbout } from '../src/tickets/page/useEntryText';
import { excerptParts } from '../src/tickets/search/excerpt';
import { clockSla, rowSla } from '../src/tickets/sla.model';
import { tagsIn } from '../src/tickets/tags';
import { listCommand, pageCommand } from '../src/tickets/ticketKeys';
import { deskView, savedView, ticketEntry, ticketView } from './parts/ticketParts';
import { view } from './parts/views';

const noon = Date.UTC(2026, 0, 1, 12);
const at = (minutes: number) => new Date(noon + minutes * 60_000).toISOString();

describe('rowSla', () => {
  // Warned at four fifths of 100 minutes: half of it is 30 minutes before the warning.
  const row = { nextDue: at(100), nextWarn: at(80), breached: false };
  it.each([
    [49, 'calm'],
    [51, 'amber'],
    [80, 'red'],
    [101, 'breached'],
  ])('rowSla_After %s minutes_Is %s', (minutes, level) => expect(rowSla(row, noon + minutes * 60_000)?.level).toBe(level));
  it('rowSla_NoPromise_IsNothing', () => expect(rowSla({ nextDue: null, nextWarn: null, breached: false }, noon)).toBeNull());
  it('rowSla_Broken_TellsSinceWhen', () =>
    expect(rowSla({ ...row, breached: true }, noon + 112 * 60_000)).toEqual({ level: 'breached', ms: 12 * 60_000 }));
});

describe('clockSla', () => {
  const clock = (change: Partial<SlaClockView>): SlaClockView => ({
    metric: 'resolution',
    policy: { id: 'p', version: 1 },
    targetSeconds: 3600,
    usedSeconds: 0,
    asOf: at(0),
    startedAt: at(0),
    runningSince: at(0),
    dueAt: at(60),
    warnAt: at(48),
    warnedAt: null,
    breachedAt: null,
    metAt: null,
    ...change,
  });
  it.each<[string, Partial<SlaClockView>, number, string]>([
    ['fresh', {}, 10, 'calm'],
    ['halfUsed', {}, 31, 'amber'],
    ['warned', {}, 49, 'red'],
    ['due', {}, 61, 'breached'],
    ['paused', { runningSince: null, dueAt: null, warnAt: null }, 500, 'paused'],
    ['met', { metAt: at(5), runningSince: null, dueAt: null }, 500, 'met'],
    ['metTooLate', { breachedAt: at(60), metAt: at(70), dueAt: null }, 80, 'breached'],
  ])('clockSla_%s', (_, change, minutes, level) => expect(clockSla(clock(change), noon + minutes * 60_000).level).toBe(level));
});

describe('filters', () => {
  it('cleanFilter_WhatDoesNotAsk_IsLeftOut', () =>
    expect(cleanFilter({ tags: [], teams: null, states: ['a'], breached: null })).toEqual({ states: ['a'] }));
  it('cleanFilter_AnyOrder_IsOneText', () =>
    expect(JSON.stringify(cleanFilter({ tags: ['a'], states: ['b'] }))).toBe(JSON.stringify(cleanFilter({ states: ['b'], tags: ['a'] }))));
  it('forMe_NamesTheReader', () =>
    expect(forMe({ assignees: ['me', 'none'], watcher: 'me' }, 'amy')).toEqual({ assignees: ['amy', 'none'], watcher: 'amy' }));
  it('asksNothing_EmptyLists_IsTrue', () => expect(asksNothing({ tags: [] })).toBe(true));
  it.each(['breached', 'hour', 'day', 'week', null] as const)('dueSpan_Of %s_ComesBack', (span) =>
    expect(dueSpan(dueFilter(span, noon), noon)).toBe(span),
  );
});

describe('views', () => {
  it('swapped_Up_GivesBothTheirNewPlaces', () => {
    const group = [savedView('a', { order: 0 }), savedView('b', { order: 1 }), savedView('c', { order: 2 })];
    expect(swapped(group, 'c', -1).map((v) => [v.id, v.order])).toEqual([
      ['b', 2],
      ['c', 1],
    ]);
    expect(swapped(group, 'a', -1)).toEqual([]);
  });
});

describe('completion', () => {
  it.each([
    ['/he', 'reply', 'he'],
    ['see @li', 'mention', 'li'],
    ['done #', 'macro', ''],
    ['你好，@李', 'mention', '李'],
    ['a/b', undefined, undefined],
    ['vera@shop', undefined, undefined],
    ['/he ', undefined, undefined],
  ])('completionAt_%s', (text, kind, query) => {
    const found = completionAt(text, text.length);
    expect([found?.kind, found?.query]).toEqual([kind, query]);
  });
  it('completed_PutsTheWordsInPlaceOfTheSign', () => {
    const text = 'ask @l about it';
    const found = completionAt(text, 6);
    expect(found && completed(text, 6, found, '@li')).toEqual({ text: 'ask @li  about it', caret: 8 });
  });
  it('matching_ThatBeginWithTheQuery_ComeFirst', () => {
    const choice = (label: string) => ({ key: label, label, detail: '', text: '' });
    expect(matching([choice('refund late'), choice('late')], 'la').map((c) => c.label)).toEqual(['late', 'refund late']);
  });
  it('fillPlaceholders_Unknown_StaysToBeSeen', () => expect(fillPlaceholders('{{ a }} {{b}}', { a: 'x' })).toBe('x {{b}}'));
});

describe('crossing', () => {
  const entries = [ticketEntry(4, { changes: [{ field: 'subject', from: 'a', to: 'b' }] }), ticketEntry(5)];
  it('crossing_SameField_IsTold', () => expect(crossing([{ kind: 'subject', subject: 'c' }], entries, 3)).toHaveLength(1));
  it('crossing_OtherField_IsNone', () => expect(crossing([{ kind: 'priority', priority: 'high' }], entries, 3)).toEqual([]));
  it('crossing_Before_IsNone', () => expect(crossing([{ kind: 'subject', subject: 'c' }], entries, 4)).toEqual([]));
  it('crossing_NewFormUnderFields_IsTold', () => {
    const upgraded = [ticketEntry(4, { changes: [{ field: 'form', from: null, to: null }] })];
    expect(crossing([{ kind: 'fields', fields: { a: 1 } }], upgraded, 3)).toHaveLength(1);
  });
});

describe('ticketItems', () => {
  const entries = [
    ticketEntry(1, { kind: 'created', at: at(0) }),
    ticketEntry(2, { kind: 'changed', at: at(1) }),
    ticketEntry(3, { at: at(2) }),
    ticketEntry(4, { kind: 'sla', at: at(60 * 48) }),
  ];
  it('ticketItems_FoldsChangesAndSeparatesDays', () =>
    expect(ticketItems(entries, null).map((i) => i.type)).toEqual(['day', 'changes', 'words', 'day', 'changes']));
  it('ticketItems_UntilAnInstant_EndsThere', () => expect(ticketItems(entries, at(1)).map((i) => i.type)).toEqual(['day', 'changes']));
});

describe('arrivalForm', () => {
  const desk = deskView();
  const [support, returns] = desk.teams;
  it('arrivalForm_SameFormThere_AsksNothing', () =>
    expect(arrivalForm(desk, ticketView(), support!, null)).toMatchObject({ id: 'default', asks: false }));
  it('arrivalForm_AnotherForm_AsksAndTellsWhatIsLost', () =>
    expect(arrivalForm(desk, ticketView({ fields: { reason: 'x', order: 'y' } }), returns!, null)).toMatchObject({
      id: 'return',
      asks: true,
      lost: ['reason'],
    }));
});

describe('small', () => {
  it('excerptParts_MarksBetweenTheTwoSigns', () =>
    expect(excerptParts('a \u0002b\u0003 c \u0002d')).toEqual([
      { text: 'a ', match: false },
      { text: 'b', match: true },
      { text: ' c ', match: false },
      { text: 'd', match: false },
    ]));
  it('tagsIn_LowerCaseOnceAndWhatIsNone', () => expect(tagsIn('Glass glass，急件 a/b')).toEqual({ good: ['glass', '急件'], bad: ['a/b'] }));
  it('slaAbout_ReadsMetricAndFate', () => expect(slaAbout('FirstResponse warned')).toEqual({ metric: 'firstResponse', what: 'warned' }));
  it('bytesText_RoundsToThreeDigits', () => expect(bytesText(2_345_678, 'en')).toBe('2.35 MB'));
  it('nameIn_Family_BeforeEnglish', () => expect(nameIn({ en: 'Open', zh: '处理中' }, 'zh-CN', 'open')).toBe('处理中'));
  it('spanOf_TheLastDay_IsIncluded', () => {
    const span = spanOf('2026-01-01', '2026-01-01');
    expect(Date.parse(span?.to ?? '') - Date.parse(span?.from ?? '')).toBe(86_400_000);
    expect(spanOf('2026-01-03', '2026-01-01')).toBeNull();
  });
  it('fromConversation_PrefillsSubjectAndRequester', () => {
    const prefilled = fromConversation(view({ subject: 'Broken\ncup' }));
    expect(prefilled).toMatchObject({ subject: 'Broken', visitorId: 'v1', conversation: 'c1' });
    expect(ticketOf({ ...emptyTicket, ...prefilled }, 'id', 'support', null, []).requester).toEqual({ visitorId: 'v1', name: 'Vera', email: null });
  });
  it('usualViews_HaveNamesInBothLanguages', () => expect(Object.keys(zh.tickets.usualViews)).toEqual(Object.keys(en.tickets.usualViews)));
});

describe('ticket keys', () => {
  const press = (key: string, more: object = {}) => ({
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    keyCode: 0,
    ...more,
  });
  it.each([
    ['j', false, true, 'next'],
    ['K', false, true, 'previous'],
    ['Enter', false, true, 'open'],
    ['Enter', false, false, null],
    ['ArrowDown', false, false, null],
    ['x', true, true, null],
  ])('listCommand_%s writing=%s idle=%s', (key, writing, idle, command) => expect(listCommand(press(key), writing, idle)).toBe(command));
  it('listCommand_ShiftJ_Extends', () => expect(listCommand(press('J', { shiftKey: true }), false, true)).toBe('extendNext'));
  it('pageCommand_WhileComposing_IsNothing', () => expect(pageCommand(press('r', { isComposing: true }), false)).toBeNull());
});

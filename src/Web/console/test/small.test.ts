import { GrainlineError } from '@grainline/client';
import { describe, expect, it } from 'vitest';
import { farewellText } from '../src/common/errorText';
import { initials } from '../src/common/Avatar';
import { dayLabel, span, timer } from '../src/common/time';
import { languageName, pageOf } from '../src/context/attributes';
import { en } from '../src/i18n/en';
import { zh } from '../src/i18n/zh';
import { figures } from '../src/overview/figures.model';
import { find, type PaletteEntry } from '../src/palette/entries';
import { allowed } from '../src/thread/actions';
import { view } from './parts/views';

describe('farewellText', () => {
  it('farewellText_WithACode_SaysWhatTheCodeMeans', () =>
    expect(farewellText(new GrainlineError(3503, '208: Loopback only.'), zh)).toBe(zh.errors[208]));
  it('farewellText_WithoutACode_SaysThatItEnded', () => expect(farewellText(new GrainlineError(3502, 'Abuse.'), en)).toBe(en.link.replaced));
});

describe('timer', () => {
  it.each([
    [-5, '0:00'],
    [42_999, '0:42'],
    [725_000, '12:05'],
    [3_729_000, '1:02:09'],
    [2 * 86_400_000, '2 d'],
  ])('timer_%i_Is %s', (ms, text) => expect(timer(ms, en)).toBe(text));
});

describe('span', () => {
  it.each([
    [30_000, '30 秒'],
    [90_000, '2 分钟'],
    [5_400_000, '1 小时 30 分'],
  ])('span_%i_Is %s', (ms, text) => expect(span(ms, zh)).toBe(text));
});

describe('dayLabel', () => {
  const noon = new Date(2026, 4, 10, 12).getTime();
  const day = (y: number, m: number, d: number) => dayLabel(new Date(y, m, d, 1).toISOString(), noon, 'en', en);
  it('dayLabel_SameDay_IsToday', () => expect(day(2026, 4, 10)).toBe('Today'));
  it('dayLabel_DayBefore_IsYesterday', () => expect(day(2026, 4, 9)).toBe('Yesterday'));
  it('dayLabel_LastYear_NamesTheYear', () => expect(day(2025, 4, 10)).toContain('2025'));
});

describe('initials', () => {
  it.each([
    ['Nadia Petrova', 'NP'],
    ['王小明', '小明'],
    ['amy', 'A'],
    ['  ', '?'],
    ['Anna van Beek', 'AB'],
  ])('initials_%s_Are %s', (name, expected) => expect(initials(name)).toBe(expected));
});

describe('pageOf', () => {
  it('pageOf_WebAddress_IsSplitOff', () =>
    expect(pageOf({ b: '1', page: 'https://shop.example/x', a: '2' })).toEqual({
      page: 'https://shop.example/x',
      rest: [
        ['a', '2'],
        ['b', '1'],
      ],
    }));
  it('pageOf_Script_NeverBecomesALink', () =>
    expect(pageOf({ page: 'javascript:alert(1)' })).toEqual({ page: null, rest: [['page', 'javascript:alert(1)']] }));
});

describe('languageName', () => {
  it('languageName_Known_IsNamed', () => expect(languageName('de', 'en')).toBe('German'));
  it('languageName_Nonsense_IsShownAsItIs', () => expect(languageName('!!', 'en')).toBe('!!'));
});

describe('figures', () => {
  const agent = (status: 'available' | 'offline', load: number, capacity: number) => ({
    agentId: 'a',
    name: 'A',
    status,
    reason: null,
    since: '',
    load,
    capacity,
    queues: ['support'],
    version: 1,
  });
  it('figures_OfflineWithoutChats_HasNoCapacity', () => {
    expect(figures([], [agent('available', 2, 5), agent('offline', 0, 5), agent('offline', 1, 5)])).toMatchObject({
      available: 1,
      load: 3,
      capacity: 10,
      longestSince: null,
    });
  });
});

describe('find', () => {
  const entry = (label: string, detail = ''): PaletteEntry => ({ key: label, group: 'actions', label, detail, run: () => undefined });
  const all = [entry('Jump'), entry('Hold', 'transfer later'), entry('Transfer')];
  it('find_Blank_IsEverythingInOrder', () => expect(find(all, ' ').map((e) => e.label)).toEqual(['Jump', 'Hold', 'Transfer']));
  it('find_Words_BeginningsFirst', () => expect(find(all, 'tra').map((e) => e.label)).toEqual(['Transfer', 'Hold']));
});

describe('allowed', () => {
  const amy = { agentId: 'amy', roles: ['agent' as const] };
  const sam = { agentId: 'sam', roles: ['supervisor' as const] };
  it('allowed_OwnChat_IsEverythingButResume', () =>
    expect(allowed(view(), amy)).toEqual({ transfer: true, hold: true, resume: false, resolve: true, classify: true }));
  it('allowed_OnHold_ResumesInstead', () => expect(allowed(view({ status: 'onHold' }), amy)).toMatchObject({ hold: false, resume: true }));
  it('allowed_AnothersChat_IsForSupervisors', () =>
    expect([allowed(view(), { ...amy, agentId: 'li' }).resolve, allowed(view(), sam).resolve]).toEqual([false, true]));
  it('allowed_Queued_SupervisorMayTakeOver', () =>
    expect(allowed(view({ status: 'queued', assignee: null }), sam)).toEqual({
      transfer: true,
      hold: false,
      resume: false,
      resolve: true,
      classify: true,
    }));
  it('allowed_Resolved_IsNothing', () =>
    expect(Object.values(allowed(view({ status: 'resolved', assignee: null }), sam))).toEqual([false, false, false, false, false]));
  it('allowed_Queued_AgentMayClassifyOnly', () =>
    expect(allowed(view({ status: 'queued', assignee: null }), amy)).toMatchObject({ classify: true, transfer: false, resolve: false }));
});

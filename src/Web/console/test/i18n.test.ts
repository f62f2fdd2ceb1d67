import { describe, expect, it } from 'vitest';
import { en } from '../src/i18n/en';
import { firstLanguage } from '../src/i18n/language';
import { zh } from '../src/i18n/zh';
import { eventText } from '../src/thread/eventText';

type Leaves = Map<string, unknown>;

function leaves(value: unknown, path = '', into: Leaves = new Map()): Leaves {
  if (typeof value === 'object' && value !== null) for (const [k, v] of Object.entries(value)) leaves(v, path ? `${path}.${k}` : k, into);
  else into.set(path, value);
  return into;
}

/** Every parameter gets a value that must come out again. */
const spoken = (value: unknown): string =>
  typeof value === 'function' ? String((value as (...a: unknown[]) => string)('甲7', '乙8')) : String(value);

describe('dictionaries', () => {
  it('keys_BothLanguages_AreTheSame', () => {
    expect([...leaves(zh).keys()].sort()).toEqual([...leaves(en).keys()].sort());
  });

  it('texts_BothLanguages_AreNeverEmpty', () => {
    for (const dictionary of [en, zh]) for (const [key, value] of leaves(dictionary)) expect(spoken(value).trim(), key).not.toBe('');
  });

  it('texts_Chinese_AreTranslated', () => {
    const same = new Set(['app.name', 'language.en', 'language.zh-CN', 'context.ratingOf', 'time.overdueShort']);
    for (const [key, value] of leaves(zh)) if (!same.has(key)) expect(spoken(value).replace(/甲7|乙8/g, ''), key).toMatch(/\p{Script=Han}/u);
  });

  it('texts_English_HaveNoChinese', () => {
    for (const [key, value] of leaves(en))
      if (key !== 'language.zh-CN') expect(spoken(value).replace(/甲7|乙8/g, ''), key).not.toMatch(/\p{Script=Han}/u);
  });

  it('arguments_UsedInEnglish_AreUsedInChinese', () => {
    const english = leaves(en);
    for (const [key, value] of leaves(zh)) {
      if (typeof value !== 'function') continue;
      for (const argument of ['甲7', '乙8'])
        expect(spoken(value).includes(argument), `${key} ${argument}`).toBe(spoken(english.get(key)).includes(argument));
    }
  });
});

describe('firstLanguage', () => {
  it.each([
    [null, ['zh-TW', 'en'], 'zh-CN'],
    [null, ['de', 'en-GB'], 'en'],
    [null, ['de'], 'en'],
    ['zh-CN', ['en'], 'zh-CN'],
    ['xx', ['zh'], 'zh-CN'],
  ] as const)('firstLanguage_%s_%s_Is %s', (stored, wanted, expected) => {
    expect(firstLanguage(stored, wanted)).toBe(expected);
  });
});

describe('eventText', () => {
  const author = { kind: 'agent' as const, id: 'amy', name: 'Amy' };
  it('eventText_AssignedToItself_SaysTook', () => expect(eventText({ text: 'assigned', author, about: 'Amy' }, en)).toBe('Amy took the chat'));
  it('eventText_AssignedToAnother_NamesIt', () => expect(eventText({ text: 'assigned', author, about: 'Li' }, zh)).toBe('已分配给 Li'));
  it('eventText_UnknownEvent_IsStillShown', () => expect(eventText({ text: 'toString', author, about: null }, en)).toBe('Event: toString'));
  it('eventText_EveryEventOfTheWire_IsKnown', () => {
    for (const text of ['opened', 'queued', 'assigned', 'held', 'resumed', 'transferred', 'resolved', 'reopened', 'closed', 'rated', 'returned', 'overflowed', 'classified', 'ticket']) {
      expect(eventText({ text, author, about: 'X' }, en), text).not.toContain('Event:');
    }
  });
});

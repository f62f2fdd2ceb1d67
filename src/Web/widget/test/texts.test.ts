import { describe, expect, it } from 'vitest';
import { accentPair, contrast } from '../src/shared/accent';
import { languageOf } from '../src/loader/config';
import { textsOf } from '../src/panel/texts';
import { dayName, groupsOf } from '../src/panel/ui/groups';
import { transcriptOf } from '../src/panel/transcript';
import { initials } from '../src/panel/ui/Avatar';
import type { Line } from '../src/panel/state';

const line = (change: Partial<Line>): Line => ({ key: Math.random().toString(), seq: 1, kind: 'text', author: 'agent', authorName: 'Amy', text: 'hi',
  at: '2026-03-04T10:00:00Z', about: null, mine: false, state: null, errorCode: null, ...change });

describe('texts', () => {
  it('chinese_SaysEverythingThatEnglishSays', () => {
    const [en, zh] = [textsOf('en'), textsOf('zh')];
    const shape = (o: object): unknown => Object.entries(o).map(([k, v]) => [k, typeof v === 'object' && v !== null ? shape(v) : typeof v]);
    expect(shape(zh)).toEqual(shape(en));
    for (const [key, text] of Object.entries(zh)) if (typeof text === 'string') expect(text, key).toMatch(/\p{Script=Han}/u);
  });

  it.each([['zh-CN', 'zh'], ['zh-Hant', 'zh'], ['en-GB', 'en'], ['de', 'en'], ['', 'en']])('languageOf_%s_Is_%s', (tag, lang) => {
    expect(languageOf(tag)).toBe(lang);
  });

  it.each(['#4250e8', '#1f5f4a', '#ffd400', '#ffffff', '#000000', '#ff5a5f', '#00c2a8'])('accentPair_%s_IsReadable', (accent) => {
    const { on, text } = accentPair(accent);
    expect(contrast(on, accent)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(text, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });

  it('transcript_NamesAuthorsAndTellsEvents', () => {
    const text = transcriptOf([
      line({ kind: 'event', text: 'opened' }),
      line({ mine: true, author: 'visitor', text: 'Hello' }),
      line({ kind: 'event', text: 'assigned', about: 'Amy' }),
      line({ text: 'Hi there' }),
    ], textsOf('en'), 'en-GB', 'Shop');
    expect(text.split('\n').slice(2).map((l) => l.replace(/^\[.*?\] /, ''))).toEqual(['You: Hello', 'Amy joined the chat', 'Amy: Hi there', '']);
  });

  it('groups_FoldRunsOfOneAuthorAndSeparateDays', () => {
    const groups = groupsOf([
      line({ at: '2026-03-03T10:00:00Z' }), line({ at: '2026-03-03T10:01:00Z' }), line({ at: '2026-03-03T10:30:00Z' }),
      line({ kind: 'event', text: 'opened' }), line({ mine: true, at: '2026-03-04T12:00:00Z' }),
    ], (l) => l.text !== 'opened');
    expect(groups.map((g) => [g.kind, g.lines.length])).toEqual([['day', 1], ['bubbles', 2], ['bubbles', 1], ['day', 1], ['bubbles', 1]]);
  });

  it('dayName_NearDaysHaveWords', () => {
    const now = new Date('2026-03-04T12:00:00');
    expect(dayName('2026-03-04T01:00:00', 'en-GB', 'Today', 'Yesterday', now)).toBe('Today');
    expect(dayName('2026-03-03T23:00:00', 'en-GB', 'Today', 'Yesterday', now)).toBe('Yesterday');
    expect(dayName('2025-12-24T12:00:00', 'en-GB', 'Today', 'Yesterday', now)).toContain('2025');
  });

  it.each([['Amy Stone', 'AS'], ['amy', 'A'], ['李静', '李'], ['', '?']])('initials_%s_Are_%s', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});

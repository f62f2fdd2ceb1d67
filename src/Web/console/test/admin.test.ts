import { describe, expect, it } from 'vitest';
import { profileOf, queueForm } from '../src/admin/queueForm';
import { agentErrors, queueErrors } from '../src/admin/rules';
import { dayOf, hoursErrors, likeOnWorkdays, runsOver, usualHours, withDay } from '../src/hours/hours.model';
import { en } from '../src/i18n/en';
import { periodErrors, lines, toLocal, verdict } from '../src/policies/replay.model';
import { sameSpec, specErrors, specFor, usualWeights, weightShares } from '../src/policies/spec.model';
import { profile } from './parts/queues';

describe('queueForm', () => {
  const full = profile({
    needs: { required: [{ skill: 'a', level: 2 }], preferred: [], matchLanguage: true, priority: 'high', stickySeconds: 20 },
    topics: [{ id: 't', name: 'T', required: [], preferred: [], priority: 'low' }],
    rings: [{ afterSeconds: 60, lowerLevelsBy: 1, dropSkills: null, anyLanguage: false, toQueue: 'b' }],
    channels: [{ channel: 'email', work: { weight: 2, interruptible: true } }],
    hours: usualHours('Asia/Shanghai'),
    target: { seconds: 20, share: 0.905 },
  });
  it('profileOf_UnchangedForm_IsTheProfile', () => expect(profileOf(queueForm(full), full)).toEqual(full));
  it('queueErrors_OfASavedProfile_AreNone', () => expect(queueErrors(queueForm(full), en)).toEqual({}));
  it('queueErrors_OfABareProfile_AreNone', () => expect(queueErrors(queueForm(profile()), en)).toEqual({}));
});

describe('queueErrors', () => {
  const wrong = (change: Partial<ReturnType<typeof queueForm>>) => Object.keys(queueErrors({ ...queueForm(profile()), ...change }, en));
  const ring = { afterSeconds: 60, lowerLevelsBy: 1, dropSkills: [], anyLanguage: false, toQueue: null };
  const topic = { id: 't', name: 'T', required: [], preferred: [], priority: 'normal' as const };
  it.each([
    ['name', { name: ' ' }, ['name']],
    ['missing number', { offerSeconds: null }, ['offerSeconds']],
    ['number out of range', { targetPercent: 101 }, ['targetPercent']],
    ['skill not chosen', { required: [{ skill: '', level: 3 }] }, ['required.0']],
    [
      'skill twice',
      {
        preferred: [
          { skill: 'a', level: 1 },
          { skill: 'a', level: 2 },
        ],
      },
      ['preferred.1'],
    ],
    ['topic without id', { topics: [{ ...topic, id: '' }] }, ['topics.0.id']],
    ['topic twice', { topics: [topic, { ...topic, name: 'Other' }] }, ['topics.1.id']],
    ['rings that do not grow', { rings: [ring, { ...ring, afterSeconds: 60 }] }, ['rings.1.afterSeconds']],
    ['ring that asks nothing less', { rings: [{ ...ring, lowerLevelsBy: 0 }] }, ['rings.0.what']],
    ['channel of no weight', { channels: [{ channel: 'web', work: { weight: 0, interruptible: false } }] }, ['channels.0.weight']],
  ])('queueErrors_%s_NamesTheField', (_what, change, expected) => expect(wrong(change)).toEqual(expected));
});

describe('agentErrors', () => {
  const form = { name: 'Amy', capacity: 4, queues: [], skills: [], languages: ['en', 'zh-Hans-CN'], shift: null };
  it('agentErrors_GoodForm_AreNone', () => expect(agentErrors(form, en)).toEqual({}));
  it('agentErrors_WrongLanguage_IsSaid', () => expect(Object.keys(agentErrors({ ...form, languages: ['chinese!'] }, en))).toEqual(['languages']));
});

describe('hours', () => {
  const hours = usualHours('Europe/Berlin');
  it('withDay_OneDay_LeavesTheOthersInOrder', () => {
    const next = withDay(hours, 'tuesday', [
      { from: '08:00:00', to: '12:00:00' },
      { from: '13:00:00', to: '17:00:00' },
    ]);
    expect(next.week.map((i) => i.day)).toEqual(['monday', 'tuesday', 'tuesday', 'wednesday', 'thursday', 'friday']);
  });
  it('likeOnWorkdays_Closed_LeavesTheWeekend', () => {
    const next = likeOnWorkdays(withDay(withDay(hours, 'saturday', dayOf(hours, 'monday')), 'monday', []), 'monday');
    expect(next.week.map((i) => i.day)).toEqual(['saturday']);
  });
  it.each([
    ['22:00:00', '02:00:00', true],
    ['09:00:00', '00:00:00', false],
    ['09:00:00', '18:00:00', false],
    ['', '18:00:00', false],
  ])('runsOver_%s to %s_Is %s', (from, to, over) => expect(runsOver({ from, to })).toBe(over));
  it('hoursErrors_Overlap_IsSaidAtTheLaterOne', () => {
    const next = withDay(hours, 'monday', [
      { from: '09:00:00', to: '00:00:00' },
      { from: '23:00:00', to: '23:30:00' },
    ]);
    expect(hoursErrors(next, en)).toEqual({ 'monday.1': en.hours.overlaps });
  });
  it('hoursErrors_DateTwiceOrMissing_IsSaid', () => {
    const day = { date: '2026-11-11', name: null, open: [] };
    expect(Object.keys(hoursErrors({ ...hours, exceptions: [day, day, { ...day, date: '' }] }, en))).toEqual([
      'exceptions.1.date',
      'exceptions.2.date',
    ]);
  });
});

describe('spec', () => {
  it('specFor_AnotherPolicy_DropsWhatItDoesNotTake', () =>
    expect(specFor('sticky', { name: 'weighted-score', weights: usualWeights })).toEqual({ name: 'sticky' }));
  it('sameSpec_AbsentAndNull_AreTheSame', () => expect(sameSpec({ name: 'sticky' }, { name: 'sticky', weights: null, learning: null })).toBe(true));
  it('specErrors_NoWeightAtAll_IsSaid', () =>
    expect(Object.keys(specErrors({ name: 'weighted-score', weights: { skill: 0, load: 0, idle: 0, history: 0, idleSeconds: 600 } }, en))).toEqual([
      'weights',
    ]));
  it('specErrors_TooMuchExploration_IsSaid', () =>
    expect(Object.keys(specErrors({ name: 'learned', learning: { maxExploration: 0.3, holdout: 0.1, fallback: 'least-loaded' } }, en))).toEqual([
      'maxExploration',
    ]));
  it('weightShares_Any_SumToOne', () =>
    expect(weightShares({ skill: 1, load: 0.5, idle: 0.5, history: 0, idleSeconds: 1 })).toMatchObject({ skill: 0.5, load: 0.25 }));
});

describe('replay', () => {
  const figure = (name: 'waitMean' | 'serviceLevel' | 'occupancy', low: number | null, high: number | null) => ({ name, value: 0, low, high });
  it.each([
    ['waitMean', -5, -1, 'better'],
    ['waitMean', 1, 5, 'worse'],
    ['waitMean', -1, 5, 'even'],
    ['waitMean', null, null, 'even'],
    ['serviceLevel', 0.01, 0.1, 'better'],
    ['occupancy', 0.01, 0.1, 'other'],
  ] as const)('verdict_%s from %s to %s_Is %s', (name, low, high, expected) => expect(verdict(figure(name, low, high))).toBe(expected));
  it('lines_MeasureOfOneRunOnly_IsLeftOut', () => {
    const run = (names: ('waitMean' | 'occupancy')[]) => ({
      policy: { name: 'sticky' },
      version: 1,
      decisions: 1,
      figures: names.map((n) => figure(n, 0, 1)),
    });
    const report = {
      queue: 'q',
      from: '',
      to: '',
      seed: 1,
      conversations: 1,
      agents: 1,
      actual: [],
      notes: [],
      recorded: run(['waitMean', 'occupancy']),
      proposed: run(['waitMean']),
      difference: [figure('waitMean', 0, 1)],
    };
    expect(lines(report).map((l) => l.name)).toEqual(['waitMean']);
  });
  it('periodErrors_Order_IsSaidAtTheField', () => {
    const now = new Date(2026, 0, 2, 12).getTime();
    const [yesterday, today] = [toLocal(now - 86_400_000), toLocal(now - 60_000)];
    expect([
      periodErrors(yesterday, today, now),
      periodErrors(today, yesterday, now),
      periodErrors('', today, now),
      periodErrors(toLocal(now + 120_000), today, now),
    ]).toEqual([null, 'to', 'from', 'from']);
  });
});

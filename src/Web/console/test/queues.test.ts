import { describe, expect, it } from 'vitest';
import { duration, percent } from '../src/common/figure';
import { en } from '../src/i18n/en';
import { frontOffer, inDeadlineOrder } from '../src/offers/front';
import { figures } from '../src/overview/figures.model';
import { dayStart, laidOut } from '../src/overview/history.model';
import { abandonment, sortedStaff } from '../src/overview/wall.model';
import { waitingRows } from '../src/queue/waitingRows';
import { staffOf } from '../src/state/queues';
import { figuresOf, profile, queue, snapshot, waits } from './parts/queues';

const topics = [{ id: 'refund', name: 'Refund', required: [], preferred: [], priority: 'normal' as const }];

describe('waitingRows', () => {
  const early = queue('early', { line: [waits('a', { waitingSince: '2026-01-01T08:00:00Z' })] });
  const late = queue('late', { profile: profile({ name: 'late', topics }), line: [waits('b', { topic: 'refund' }), waits('c', { topic: 'gone' })] });
  it('waitingRows_SeveralQueues_LongestWaitFirst_EachInItsOrder', () =>
    expect(waitingRows([late, queue('empty'), early], null).map((r) => `${r.conversationId}${r.place}`)).toEqual(['a1', 'b1', 'c2']));
  it('waitingRows_OneChosen_IsThatLine', () => expect(waitingRows([late, early], 'late').map((r) => r.conversationId)).toEqual(['b', 'c']));
  it('waitingRows_Topics_AreNamedWhereKnown', () => expect(waitingRows([late], null).map((r) => r.topicName)).toEqual(['Refund', 'gone']));
});

describe('staffOf', () => {
  it('staffOf_SeenInTwoQueues_IsOnceAsSeenLast', () => {
    const old = queue('support', { agents: [snapshot('amy', { load: 1, version: 4 })] });
    const fresh = queue('returns', { agents: [snapshot('amy', { load: 2, version: 5 })] });
    expect(staffOf([fresh, old], []).map((a) => a.load)).toEqual([2]);
  });
  it('staffOf_Directory_AddsTheAbsentAndTheSkills', () => {
    const amy = snapshot('amy', { version: 1, skills: [{ skill: 'refunds', level: 3 }] });
    const staff = staffOf(
      [queue('support', { agents: [snapshot('amy', { version: 2, load: 3, skills: null })] })],
      [amy, snapshot('li'), snapshot('other', { queues: ['x'] })],
    );
    expect(staff.map((a) => [a.agentId, a.load, a.skills?.length ?? 0])).toEqual([
      ['amy', 3, 1],
      ['li', 0, 0],
    ]);
  });
  it('staffOf_DirectoryNewerThanTheFeed_Wins', () =>
    expect(
      staffOf([queue('support', { agents: [snapshot('amy', { version: 2, load: 3 })] })], [snapshot('amy', { version: 9, load: 0 })])[0]?.load,
    ).toBe(0));
});

describe('figures', () => {
  it('figures_OfTwoQueues_WeighByWhatWasAnswered', () => {
    const one = queue('a', {
      figures: { lastHour: figuresOf({}), today: figuresOf({ answered: 30, abandoned: 0, withinTarget: 30, averageWaitSeconds: 10 }) },
    });
    const two = queue('b', {
      figures: { lastHour: figuresOf({}), today: figuresOf({ answered: 10, abandoned: 10, withinTarget: 0, averageWaitSeconds: 50 }) },
    });
    expect(figures([one, two], [])).toMatchObject({ serviceLevel: 0.6, averageWait: 20, target: 0.8 });
  });
  it('figures_NothingMeasured_IsNotNought', () => expect(figures([queue('a')], [])).toMatchObject({ serviceLevel: null, averageWait: null }));
});

describe('wall', () => {
  it('abandonment_NobodyYet_IsUnknown', () => expect(abandonment(figuresOf({}))).toBeNull());
  it('abandonment_OneOfFour_IsAQuarter', () => expect(abandonment(figuresOf({ answered: 3, abandoned: 1 }))).toBe(0.25));
  it('sortedStaff_Filtered_AvailableFirstThenBusiest', () => {
    const all = [snapshot('off', { status: 'offline' }), snapshot('idle'), snapshot('busy', { load: 3 }), snapshot('elsewhere', { queues: ['x'] })];
    expect(sortedStaff(all, { queue: 'support', status: null }).map((a) => a.agentId)).toEqual(['busy', 'idle', 'off']);
    expect(sortedStaff(all, { queue: null, status: 'offline' }).map((a) => a.agentId)).toEqual(['off']);
  });
  it('laidOut_Intervals_AreCutToTheSpanAndTheLastRunsToItsEnd', () => {
    const at = (h: number) => new Date(2026, 0, 1, h).toISOString();
    const start = dayStart(new Date(2026, 0, 1, 10)).getTime();
    const bands = laidOut(
      [
        { status: 'available', reason: null, from: at(-2), to: at(5) },
        { status: 'away', reason: 'lunch', from: at(5), to: null },
      ],
      start,
      start + 10 * 3_600_000,
    );
    expect(bands.map((b) => [b.status, b.from, b.width])).toEqual([
      ['available', 0, 0.5],
      ['away', 0.5, 0.5],
    ]);
  });
});

describe('frontOffer', () => {
  const offer = (offerId: string, expiresAt: string) => ({ offerId, expiresAt }) as Parameters<typeof inDeadlineOrder>[0][number];
  const all = inDeadlineOrder([offer('b', '2026-01-01T10:00:20Z'), offer('a', '2026-01-01T10:00:10Z')]);
  it('frontOffer_NoneChosen_IsTheOneThatEndsFirst', () => expect(frontOffer(all, null)?.offerId).toBe('a'));
  it('frontOffer_Chosen_StaysInFront', () => expect(frontOffer(all, 'b')?.offerId).toBe('b'));
  it('frontOffer_ChosenOneGone_FallsBack', () => expect(frontOffer(all, 'gone')?.offerId).toBe('a'));
  it('frontOffer_NoOffers_IsNone', () => expect(frontOffer([], 'b')).toBeUndefined());
});

describe('figure', () => {
  it.each([
    [null, '—'],
    [8.24, '8.2 s'],
    [171, '2:51'],
  ])('duration_%s_Is %s', (s, text) => expect(duration(s, en)).toBe(text));
  it('percent_Unknown_IsADash', () => expect([percent(null, 'en'), percent(0.756, 'en')]).toEqual(['—', '76%']));
});

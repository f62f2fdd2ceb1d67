import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useLanguage } from '../src/i18n/language';
import { countdown } from '../src/offers/countdown';
import { Ring } from '../src/offers/Ring';
import { withBadge } from '../src/offers/useTitleBadge';

const offer = { offeredAt: '2026-01-01T10:00:00Z', expiresAt: '2026-01-01T10:00:30Z' };
const at = (time: string) => Date.parse(`2026-01-01T${time}Z`);

describe('countdown', () => {
  it('countdown_AtTheStart_IsWhole', () => expect(countdown(offer, at('10:00:00'))).toEqual({ fraction: 1, seconds: 30, over: false }));
  it('countdown_InTheLastMillisecond_IsNotOverYet', () => expect(countdown(offer, at('10:00:29.999'))).toMatchObject({ seconds: 1, over: false }));
  it('countdown_Later_StaysAtZero', () => expect(countdown(offer, at('11:00:00'))).toEqual({ fraction: 0, seconds: 0, over: true }));
  it('countdown_SlowClockHere_FollowsTheServer', () => expect(countdown(offer, at('09:50:10'), 600_000)).toMatchObject({ seconds: 20 }));
  it('countdown_ClockBehind_NeverMoreThanWhole', () => expect(countdown(offer, at('09:00:00')).fraction).toBe(1));
});

describe('Ring', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: at('10:00:10') });
    useLanguage.setState({ language: 'en' });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('Ring_AsTimePasses_CountsDownToZeroAndStopsThere', () => {
    render(<Ring offer={offer} skewMs={0} />);
    const label = () => screen.getByRole('timer').getAttribute('aria-label');
    expect(label()).toBe('20 s left');
    act(() => void vi.advanceTimersByTime(5_000));
    expect(label()).toBe('15 s left');
    act(() => void vi.advanceTimersByTime(60_000));
    expect(label()).toBe('0 s left');
  });

  it('Ring_LastThird_SaysSoBesidesTheColour', () => {
    render(<Ring offer={offer} skewMs={0} />);
    expect(screen.getByRole('timer').dataset.short).toBe('false');
    act(() => void vi.advanceTimersByTime(12_000));
    expect(screen.getByRole('timer').dataset.short).toBe('true');
  });
});

describe('withBadge', () => {
  it.each([
    ['Console', 1, '(1) Console'],
    ['(1) Console', 2, '(2) Console'],
    ['(12) Console', 0, 'Console'],
  ])('withBadge_%s and %i_Is %s', (title, count, expected) => {
    expect(withBadge(title, count)).toBe(expected);
  });
});

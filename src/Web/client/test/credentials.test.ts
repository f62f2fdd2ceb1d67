import { describe, expect, it } from 'vitest';
import { backoffMs, longestWaitMs } from '../src/backoff';
import { Credentials, type Credential } from '../src/credentials';
import { browserEnvironment, type Environment } from '../src/index';

/** A clock that is moved by hand. */
class FakeClock {
  now = 0;
  #timers: { at: number; run: () => void }[] = [];
  readonly env: Environment = browserEnvironment({
    now: () => this.now,
    after: (ms, run) => {
      const timer = { at: this.now + ms, run };
      this.#timers.push(timer);
      return () => { this.#timers = this.#timers.filter((t) => t !== timer); };
    },
  });

  advance(ms: number): void {
    const end = this.now + ms;
    for (;;) {
      const next = this.#timers.filter((t) => t.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((t) => t !== next);
      this.now = next.at;
      next.run();
    }
    this.now = end;
  }
}

const until = (ms: number): string => new Date(ms).toISOString();

describe('Credentials', () => {
  it('current_WhileItLasts_IsTheSameToken_InTheLastMinute_ANewOne', async () => {
    const clock = new FakeClock();
    let n = 1;
    const c = new Credentials<Credential>({ token: 't1', expiresAt: until(3_600_000) }, () => Promise.resolve({ token: `t${++n}`, expiresAt: until(7_200_000) }), clock.env);
    expect((await c.current()).token).toBe('t1');
    clock.advance(3_530_000);
    expect((await c.current()).token).toBe('t1');
    clock.advance(20_000);
    expect((await c.current()).token).toBe('t2');
  });

  it('spend_AsksForANewToken_OnceForAllWhoWait', async () => {
    const clock = new FakeClock();
    let asked = 0;
    const c = new Credentials<Credential>({ token: 't1', expiresAt: until(3_600_000) }, () => {
      asked++;
      return Promise.resolve({ token: 't2', expiresAt: until(3_600_000) });
    }, clock.env);
    c.spend();
    expect((await Promise.all([c.current(), c.current()])).map((x) => x.token)).toEqual(['t2', 't2']);
    expect(asked).toBe(1);
  });

  it('watch_TellsBeforeTheEnd_AndAgainWhileNobodyRenews', () => {
    const clock = new FakeClock();
    const c = new Credentials<Credential>({ token: 't1', expiresAt: until(24 * 3_600_000) }, () => Promise.reject(new Error('not asked')), clock.env);
    const told: number[] = [];
    const stop = c.watch(() => told.push(clock.now));
    clock.advance(24 * 3_600_000 - 61_000);
    expect(told).toEqual([]);
    clock.advance(20_000);
    expect(told).toHaveLength(2);
    stop();
    clock.advance(3_600_000);
    expect(told).toHaveLength(2);
  });

  it('backoff_FirstIsQuick_LaterStayUnderTheCap_AndNeverAgree', () => {
    expect(backoffMs(0, () => 0.999)).toBeLessThanOrEqual(300);
    for (let attempt = 1; attempt < 40; attempt++) {
      expect(backoffMs(attempt, () => 1)).toBeLessThanOrEqual(longestWaitMs);
      expect(backoffMs(attempt, () => 0)).toBeLessThan(backoffMs(attempt, () => 1));
    }
  });
});

import type { ConversationRow, Items } from '@grainline/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pages } from '../src/state/pages';
import { row } from './parts/views';

const page = (ids: string[], next: string | null): Items<ConversationRow> => ({ items: ids.map((id) => row(id, {})), next });
const ids = (pages: Pages) => pages.get().rows.map((r) => r.conversationId);

describe('Pages', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('more_UntilTheEnd_AppendsAndThenAsksNoMore', async () => {
    const fetch = vi.fn(async (cursor: string | undefined) => (cursor === undefined ? page(['a', 'b'], '2') : page(['c'], null)));
    const pages = new Pages(fetch);
    await pages.reload();
    await pages.more();
    await pages.more();
    expect(ids(pages)).toEqual(['a', 'b', 'c']);
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('more_ConversationMovedBetweenPages_StandsOnce', async () => {
    const pages = new Pages(async (cursor) => (cursor === undefined ? page(['a', 'b'], '2') : page(['b', 'c'], null)));
    await pages.reload();
    await pages.more();
    expect(ids(pages)).toEqual(['a', 'b', 'c']);
  });

  it('reload_TwoPagesOpen_KeepsBoth', async () => {
    const pages = new Pages(async (cursor) => (cursor === undefined ? page(['a'], '2') : page(['b'], '3')));
    await pages.reload();
    await pages.more();
    await pages.reload();
    expect(ids(pages)).toEqual(['a', 'b']);
    expect(pages.get().next).toBe('3');
  });

  it('reload_Fails_KeepsWhatIsShownAndItsAge', async () => {
    let broken = false;
    const pages = new Pages(async () => {
      if (broken) throw new Error('away');
      return page(['a'], null);
    });
    await pages.reload();
    const { at } = pages.get();
    broken = true;
    vi.advanceTimersByTime(60_000);
    await pages.reload();
    expect(ids(pages)).toEqual(['a']);
    expect(pages.get()).toMatchObject({ at, error: new Error('away'), loading: false });
  });

  it('stale_ManyTimes_FetchesOnceAfterTheReadModelHasSettled', async () => {
    const fetch = vi.fn(async () => page(['a'], null));
    const pages = new Pages(fetch, 1_000);
    for (let i = 0; i < 50; i++) pages.stale();
    expect(fetch).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('stale_DuringAFetch_FetchesAgainAfterwards', async () => {
    let release = () => {};
    const fetch = vi.fn(
      () =>
        new Promise<Items<ConversationRow>>((resolve) => {
          release = () => resolve(page(['a'], null));
        }),
    );
    const pages = new Pages(fetch, 1_000);
    const first = pages.reload();
    await pages.reload();
    release();
    await first;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(fetch).toHaveBeenCalledTimes(2);
  });
});

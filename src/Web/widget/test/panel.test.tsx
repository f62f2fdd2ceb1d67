// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyState, type Actions, type Chat, type WidgetState } from '../src/panel/state';
import { textsOf } from '../src/panel/texts';
import { Around } from '../src/panel/ui/context';
import { Panel } from '../src/panel/ui/Panel';

const t = textsOf('en');

describe('Panel', () => {
  let root: HTMLElement;
  let state: WidgetState;
  let tell = () => {};
  const chat = { get state() { return state; }, subscribe: (told: () => void) => { tell = told; return () => {}; } } as unknown as Chat;
  const becomes = (part: Partial<WidgetState>) => act(() => {
    state = { ...state, ...part };
    tell();
  });
  const inChat = () => root.querySelector('textarea') !== null;

  beforeEach(() => {
    window.matchMedia ??= vi.fn().mockReturnValue({ matches: false, addEventListener() {}, removeEventListener() {} });
    window.ResizeObserver ??= class { observe() {} unobserve() {} disconnect() {} } as never;
    state = emptyState;
    root = document.body.appendChild(document.createElement('div'));
    const actions = new Proxy({}, { get: () => () => {} }) as Actions;
    const around = { t, locale: 'en-GB', config: { site: 'demo', baseUrl: '', lang: 'en' as const, accent: '', topics: [], form: null }, actions, send: () => {}, close: () => {} };
    act(() => render(<Around.Provider value={around as never}><Panel chat={chat} open /></Around.Provider>, root));
  });

  it('chat_KnownOnlyAfterOpening_IsComeBackTo', () => {
    expect(inChat()).toBe(false);
    becomes({ active: true, loaded: true });
    expect(inChat()).toBe(true);
  });

  it('home_ChosenByThePerson_StaysWhateverIsSaid', () => {
    becomes({ active: true, loaded: true });
    act(() => root.querySelector<HTMLButtonElement>(`[aria-label="${t.back}"]`)!.click());
    becomes({ active: false });
    becomes({ active: true });
    expect(inChat()).toBe(false);
  });
});

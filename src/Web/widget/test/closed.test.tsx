// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { closedUntil, isContact, openingText } from '../src/panel/opening';
import { emptyState, type Actions, type Line, type WidgetState } from '../src/panel/state';
import { textsOf } from '../src/panel/texts';
import { ClosedCard } from '../src/panel/ui/ClosedCard';
import { Around } from '../src/panel/ui/context';

const noon = new Date(2026, 2, 4, 12).getTime();
const later = (hours: number) => new Date(noon + hours * 3_600_000).toISOString();

describe('openingText', () => {
  it('openingText_Today_IsTheTimeOnly', () => expect(openingText(later(3), noon, 'en-GB')).toMatch(/^15:00/));
  it('openingText_Tomorrow_NamesTheDay', () => expect(openingText(later(21), noon, 'en-GB')).toMatch(/^Thursday.*09:00/));
  it('openingText_InTwoWeeks_NamesTheDate', () => expect(openingText(later(14 * 24), noon, 'zh-CN')).toMatch(/3月18日/));
});

describe('closedUntil', () => {
  it('closedUntil_QueuedBeforeOpening_IsTheOpening', () => expect(closedUntil({ status: 'queued', opensAt: later(1) }, noon)).toBe(later(1)));
  it.each([['queued', null], ['queued', later(-1)], ['assigned', later(1)]])('closedUntil_%s_%s_IsOpen', (status, opensAt) =>
    expect(closedUntil({ status, opensAt }, noon)).toBeNull());
});

describe('isContact', () => {
  it.each([['vera@shop.example', true], [' +49 (30) 123-456 ', true], ['13800138000', true], ['call me', false], ['12345', false], ['a@b', false], ['', false]])(
    'isContact_%s_Is %s', (text, ok) => expect(isContact(text)).toBe(ok));
});

describe('ClosedCard', () => {
  let root: HTMLElement;
  const sent: string[] = [];
  const t = textsOf('en');
  const show = (state: WidgetState = emptyState) => act(() => {
    const around = { t, locale: 'en-GB', config: { site: 'demo', baseUrl: '', lang: 'en' as const, accent: '', topics: [], form: null }, actions: {} as Actions,
      send: (text: string) => sent.push(text), close: () => {} };
    render(<Around.Provider value={around as never}><ClosedCard state={state} opensAt={later(21)} /></Around.Provider>, root);
  });
  const leave = (contact: string) => {
    act(() => {
      const box = root.querySelector('input')!;
      box.value = contact;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    act(() => { root.querySelector('form')!.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true })); });
  };
  beforeEach(() => {
    sent.length = 0;
    root = document.body.appendChild(document.createElement('div'));
  });

  it('contact_GoodOne_IsSentAsAMessage', () => {
    show();
    leave(' vera@shop.example ');
    expect(sent).toEqual(['You can reach me at: vera@shop.example']);
  });

  it('contact_NeitherMailNorPhone_IsSaidAndNotSent', () => {
    show();
    leave('tomorrow');
    expect(sent).toEqual([]);
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t.contactWrong);
    expect(root.querySelector('input')?.getAttribute('aria-invalid')).toBe('true');
  });

  it('contact_LeftBefore_IsThankedForInsteadOfAskedFor', () => {
    const mine = { mine: true, text: t.contactMessage('030 123456') } as Line;
    show({ ...emptyState, lines: [mine] });
    expect(root.querySelector('form')).toBeNull();
    expect(root.textContent).toContain(t.contactThanks);
  });
});

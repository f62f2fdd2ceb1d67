// @vitest-environment jsdom
import type { Files } from '@grainline/client';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actions } from '../src/panel/state';
import { textsOf } from '../src/panel/texts';
import { Composer, textLimit } from '../src/panel/ui/Composer';
import { Around } from '../src/panel/ui/context';

const actions = { typing: vi.fn() } as unknown as Actions;
const config = { site: 'demo', baseUrl: '', lang: 'en' as const, accent: '#4250e8', topics: [] };

describe('Composer', () => {
  let root: HTMLElement;
  const sent: string[] = [];
  const area = () => root.querySelector('textarea')!;
  const type = (text: string) => act(() => {
    area().value = text;
    area().dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  const press = (init: KeyboardEventInit & { keyCode?: number }) => {
    const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init });
    act(() => { area().dispatchEvent(event); });
    return event;
  };

  beforeEach(() => {
    sent.length = 0;
    root = document.body.appendChild(document.createElement('div'));
    const around = { t: textsOf('en'), locale: 'en-GB', config, actions, send: () => {}, files: {} as Files, close: () => {} };
    act(() => render(<Around.Provider value={around}><Composer onSend={(text) => sent.push(text)} /></Around.Provider>, root));
  });

  it('enter_SendsTrimmedTextAndEmptiesTheField', () => {
    type('  hello ');
    expect(press({}).defaultPrevented).toBe(true);
    expect(sent).toEqual(['hello']);
    expect(area().value).toBe('');
  });

  it('shiftEnter_DoesNotSend', () => {
    type('hello');
    expect(press({ shiftKey: true }).defaultPrevented).toBe(false);
    expect(sent).toEqual([]);
  });

  it.each([{ isComposing: true }, { keyCode: 229 }])('enterOfAnInputMethod_%o_DoesNotSend', (init) => {
    type('ni hao');
    expect(press(init).defaultPrevented).toBe(false);
    expect(sent).toEqual([]);
  });

  it('blankText_DoesNotSend', () => {
    type('   ');
    press({});
    expect(sent).toEqual([]);
  });

  it('nearTheLimit_CountsDown_BeyondIt_RefusesToSend', () => {
    type('x'.repeat(textLimit - 10));
    expect(root.textContent).toContain('10 characters left');
    type('x'.repeat(textLimit + 3));
    expect(root.textContent).toContain('3 characters too long');
    press({});
    expect(sent).toEqual([]);
  });
});

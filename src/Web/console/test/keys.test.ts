import { describe, expect, it } from 'vitest';
import { sends } from '../src/composer/ime';
import { commandOf, isWriting, type KeyPress } from '../src/shortcuts/keys';

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  ...change,
});

describe('commandOf', () => {
  it.each([
    ['j', 'next'],
    ['K', 'previous'],
    ['r', 'reply'],
    ['n', 'note'],
    ['t', 'transfer'],
    ['h', 'hold'],
    ['e', 'resolve'],
    ['a', 'accept'],
    ['/', 'search'],
    ['?', 'help'],
    ['Escape', 'decline'],
  ])('commandOf_%s_Is %s', (key, name) => {
    expect(commandOf(press(key), false)).toEqual({ name });
  });
  it.each(['j', 'e', '/', '?', 'Escape'])('commandOf_%s while writing_IsText', (key) => expect(commandOf(press(key), true)).toBeNull());
  it.each(['ctrlKey', 'metaKey'] as const)('commandOf_K with %s while writing_IsPalette', (modifier) =>
    expect(commandOf(press('k', { [modifier]: true }), true)).toEqual({ name: 'palette' }),
  );
  it('commandOf_AltDigitOnAMac_GoesByTheCode', () =>
    expect(commandOf(press('¡', { altKey: true, code: 'Digit1' }), true)).toEqual({ name: 'nth', index: 0 }));
  it('commandOf_CtrlR_StaysTheBrowsers', () => expect(commandOf(press('r', { ctrlKey: true }), false)).toBeNull());
  it('commandOf_WhileComposing_IsNothing', () => {
    expect(commandOf(press('j', { isComposing: true }), false)).toBeNull();
    expect(commandOf(press('k', { ctrlKey: true, keyCode: 229 }), false)).toBeNull();
  });
});

describe('isWriting', () => {
  it.each([
    ['<textarea></textarea>', 'textarea', true],
    ['<button></button>', 'button', false],
    ['<div role="menu"><button></button></div>', 'button', true],
    ['<div role="log" tabindex="0"></div>', 'div', false],
  ])('isWriting_%s', (html, selector, expected) => {
    document.body.innerHTML = html;
    expect(isWriting(document.querySelector(selector))).toBe(expected);
  });
});

describe('sends', () => {
  const enter = { key: 'Enter', shiftKey: false, altKey: false, isComposing: false, keyCode: 13 };
  it('sends_Enter_Does', () => expect(sends(enter, false)).toBe(true));
  it.each([
    ['Shift', { shiftKey: true }],
    ['isComposing', { isComposing: true }],
    ['keyCode 229', { keyCode: 229 }],
    ['another key', { key: 'a' }],
  ])('sends_%s_DoesNot', (_, change) => {
    expect(sends({ ...enter, ...change }, false)).toBe(false);
  });
  it('sends_BetweenCompositionEvents_DoesNot', () => expect(sends(enter, true)).toBe(false));
});

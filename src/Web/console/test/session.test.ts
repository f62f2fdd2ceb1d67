import { GrainlineError, type AgentSession } from '@grainline/client';
import { describe, expect, it } from 'vitest';
import { en } from '../src/i18n/en';
import { endsSession } from '../src/session/session';
import { setupErrors, slug, type SetupForm } from '../src/session/setupRules';
import { forget, keep, recall } from '../src/session/storage';

const session = (token: string): AgentSession => ({ agentId: 'amy', name: 'Amy', token, expiresAt: '2026-01-01T10:00:00Z', roles: ['agent'] });
const now = Date.parse('2026-01-01T09:00:00Z');

describe('session storage', () => {
  it('keep_SignedIn_OutlivesTheTab', () => {
    keep(session('t'), 'local');
    expect([localStorage.length, sessionStorage.length]).toEqual([1, 0]);
    expect(recall(now)?.token).toBe('t');
  });
  it('keep_Renewed_StaysWhereItWas', () => {
    keep(session('t'), 'session');
    keep(session('t2'));
    expect([localStorage.length, recall(now)?.token]).toEqual([0, 't2']);
    keep(session('t3'), 'local');
    keep(session('t4'));
    expect([sessionStorage.length, recall(now)?.token]).toEqual([0, 't4']);
  });
  it('recall_Expired_ForgetsIt', () => {
    keep(session('t'), 'local');
    expect(recall(Date.parse('2026-01-01T10:00:00Z'))).toBeNull();
    expect(localStorage.length).toBe(0);
  });
  it.each(['{', 'null', '"text"', '{"token":"t"}'])('recall_Foreign %s_IsForgotten', (text) => {
    localStorage.setItem('grainline.session', text);
    expect(recall(now)).toBeNull();
    expect(localStorage.length).toBe(0);
  });
  it('forget_Always_LeavesNothing', () => {
    keep(session('t'), 'local');
    forget();
    expect(recall(now)).toBeNull();
  });
});

describe('endsSession', () => {
  it.each([
    [200, true],
    [201, true],
    [3500, true],
    [3501, true],
    [3503, false],
    [3502, false],
    [202, false],
    [500, false],
  ])('endsSession_%i_Is %s', (code, expected) => expect(endsSession(new GrainlineError(code, ''))).toBe(expected));
  it('endsSession_NoError_IsFalse', () => expect(endsSession(null)).toBe(false));
});

describe('setupErrors', () => {
  const good: SetupForm = {
    code: 'c',
    tenantName: 'Shop',
    tenant: 'shop',
    name: 'Ada',
    login: 'ada@shop',
    password: 'long enough',
    repeat: 'long enough',
    origins: 'https://shop.example\nhttp://localhost:3000',
  };
  const wrong = (change: Partial<SetupForm>) => Object.keys(setupErrors({ ...good, ...change }, en));
  it('setupErrors_Good_AreNone', () => expect(wrong({})).toEqual([]));
  it('setupErrors_NoOrigins_AreNone', () => expect(wrong({ origins: '' })).toEqual([]));
  it.each([
    ['tenant', { tenant: 'Shop!' }],
    ['tenant', { tenant: 'a' }],
    ['login', { login: 'a b' }],
    ['login', { login: 'a/b' }],
    ['password', { password: 'short', repeat: 'short' }],
    ['repeat', { repeat: 'another one' }],
    ['origins', { origins: 'https://shop.example/path' }],
    ['origins', { origins: 'shop.example' }],
    ['origins', { origins: 'ftp://shop.example' }],
    ['code', { code: ' ' }],
  ])('setupErrors_%s %j_IsNamed', (field, change) => expect(wrong(change)).toEqual([field]));
  it.each([
    ['Café Müller & Söhne', 'cafe-muller-sohne'],
    ['示例商店', ''],
    ['  A--B  ', 'a-b'],
  ])('slug_%s_Is %s', (name, expected) => expect(slug(name)).toBe(expected));
});

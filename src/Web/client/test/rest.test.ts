import { afterEach, expect, test, vi } from 'vitest';
import { logIn } from '../src/agent';

const session = { agentId: 'amy', name: 'Amy', token: 't', expiresAt: '2030-01-01T00:00:00Z', roles: ['agent'] };

afterEach(() => { vi.unstubAllGlobals(); });

test('logIn_withABrowsersFetch_isNotRefusedByIt', async () => {
  // As in browsers: "Illegal invocation" unless `this` is the window or nothing.
  vi.stubGlobal('fetch', async function (this: unknown) {
    if (this !== undefined && this !== globalThis) throw new TypeError('Illegal invocation');
    return new Response(JSON.stringify(session));
  });

  await expect(logIn('http://shop.test', 'amy', 'secret')).resolves.toMatchObject({ agentId: 'amy' });
});

import { memoryStorage, type KeyValueStorage, type VisitorSession } from '@grainline/client';
import { WebSocket } from 'ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeVisitorHub } from '../../client/test/fake/visitorHub';
import { Engine } from '../src/panel/engine';
import { Memory } from '../src/panel/memory';

const session: VisitorSession = { visitorId: 'v', name: 'Vera', token: 't1', expiresAt: new Date(Date.now() + 3_600_000).toISOString() };

/** Storage that tells what was written. */
function watched(): KeyValueStorage & { keys: Set<string> } {
  const inner = memoryStorage();
  const keys = new Set<string>();
  return { ...inner, keys, setItem: (k, v) => { keys.add(k); inner.setItem(k, v); }, removeItem: (k) => { keys.delete(k); inner.removeItem(k); } };
}

describe('Engine', () => {
  let hub: FakeVisitorHub;
  const engines: Engine[] = [];
  beforeEach(async () => { hub = await FakeVisitorHub.start(); });
  afterEach(async () => {
    for (const engine of engines.splice(0)) engine.stop();
    await hub.stop();
  });

  function start(storage: KeyValueStorage, refuseRegistration: () => number | null = () => null) {
    const listeners = new Set<() => void>();
    const asked: string[] = [];
    const config = { site: 'demo', baseUrl: hub.server.url, lang: 'en' as const, accent: '#4250e8', topics: [], form: null };
    const engine = new Engine(config, new Memory('demo', storage), () => { for (const l of [...listeners]) l(); }, {
      environment: {
        WebSocket: WebSocket as never,
        after: (ms, run) => {
          const timer = setTimeout(run, ms / 40);
          return () => clearTimeout(timer);
        },
        fetch: (url) => {
          asked.push(String(url).replace(hub.server.url, ''));
          const code = refuseRegistration();
          if (String(url).includes('/visitors') && code !== null) return Promise.resolve(Response.json({ code, detail: 'No.' }, { status: 403 }));
          if (String(url).includes('/conversations')) return Promise.resolve(Response.json({ items: [hub.conversation.view()], next: null }));
          return Promise.resolve(Response.json(String(url).includes('/sites/') ? { site: 'demo', name: 'Shop' } : session));
        },
      },
    });
    engines.push(engine);
    const until = (condition: () => boolean) => new Promise<void>((resolve) => {
      const check = () => { if (condition()) { listeners.delete(check); resolve(); } };
      listeners.add(check);
      check();
    });
    return { engine, until, asked };
  }

  it('beforeTheFirstMessage_NothingIsStoredAndNobodyRegistered', async () => {
    const storage = watched();
    const { engine, until, asked } = start(storage);
    engine.resume();
    engine.greet();
    await until(() => engine.state.siteName === 'Shop');
    expect([...storage.keys]).toEqual([]);
    expect(asked).toEqual(['/api/v1/sites/demo']);
    expect(hub.server.connections).toBe(0);
  });

  it('firstMessages_RegisterOpenAndArriveInOrder_AndAReloadTakesThemUp', async () => {
    const storage = watched();
    const { engine, until } = start(storage);
    engine.send('one', { page: 'p' }, 'm1');
    engine.send('two', {}, 'm2');
    expect(engine.state.lines.map((l) => [l.text, l.state])).toEqual([['one', 'sending'], ['two', 'sending']]);
    await until(() => engine.state.lines.length === 2 && engine.state.lines.every((l) => l.state === 'delivered'));
    expect(engine.state.lines.map((l) => l.text)).toEqual(['one', 'two']);
    expect([...storage.keys].sort()).toEqual(['grainline.demo', 'grainline.demo.live']);
    engine.stop();

    const again = start(storage);
    again.engine.resume();
    await again.until(() => again.engine.state.lines.length === 2);
    expect(again.engine.state.lines.map((l) => l.text)).toEqual(['one', 'two']);
  });

  it('registrationRefused_MarksTheMessageFailed_AndRetrySends', async () => {
    let code: number | null = 206;
    const { engine, until } = start(watched(), () => code);
    engine.send('hello', {}, 'm1');
    await until(() => engine.state.lines[0]?.state === 'failed');
    expect(engine.state).toMatchObject({ link: 'refused', refused: 206 });
    expect(engine.state.lines[0]?.errorCode).toBe(206);
    code = null;
    engine.retry(engine.state.lines[0]!.key);
    await until(() => engine.state.lines[0]?.state === 'delivered');
    expect(hub.conversation.visible.map((e) => e.text)).toEqual(['hello']);
  });
});

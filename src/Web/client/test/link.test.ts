import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GrainlineError, memoryStorage, type LinkState, type VisitorSession } from '../src/index';
import { Refused } from './fake/hubServer';
import { FakeVisitorHub } from './fake/visitorHub';
import { until } from './until';

describe('the link', () => {
  let hub: FakeVisitorHub;
  beforeEach(async () => { hub = await FakeVisitorHub.start(); });
  afterEach(async () => { await hub.stop(); });

  it('start_ServerAnswers_ComesOnline', async () => {
    const client = hub.client();
    const states: LinkState[] = [];
    client.on('state', (s) => states.push(s));
    client.start();
    await until({ client }, () => client.state === 'online');
    expect(states).toEqual(['connecting', 'online']);
    client.stop();
    expect(client.state).toBe('offline');
  });

  it('cut_WhileOnline_ResumesWithoutGoingOffline', async () => {
    const client = hub.client();
    const thread = client.show('c1');
    client.start();
    await until({ client }, () => client.state === 'online');
    const states: LinkState[] = [];
    client.on('state', (s) => states.push(s));
    for (const peer of hub.server.peers) peer.cut();
    hub.agentSays('while away');
    await until({ client, thread }, () => client.state === 'online' && thread.log.last === 1);
    expect(states).toEqual(['resuming', 'online']);
    client.stop();
  });

  it('mute_PeerThatNeverAnswers_IsFoundAndReplaced', async () => {
    const client = hub.client();
    client.show('c1');
    client.start();
    await until({ client }, () => client.state === 'online');
    hub.server.mute = true;
    await until({ client }, () => client.state !== 'online');
    hub.server.mute = false;
    await until({ client }, () => client.state === 'online');
    expect(hub.server.connections).toBeGreaterThan(1);
    client.stop();
  });

  it('goAway_ComeBack_Reconnects', async () => {
    const client = hub.client();
    client.start();
    await until({ client }, () => client.state === 'online');
    hub.goAway(3001);
    await until({ client }, () => client.state === 'resuming');
    await until({ client }, () => client.state === 'online');
    expect(hub.server.connections).toBe(2);
    client.stop();
  });

  it('goAway_StayAway_StopsAndTells', async () => {
    const client = hub.client();
    client.start();
    await until({ client }, () => client.state === 'online');
    hub.goAway(3501);
    await until({ client }, () => client.state === 'refused');
    expect(client.error).toMatchObject({ code: 3501, message: 'test' });
    expect(hub.server.connections).toBe(1);
  });

  it('upgradeRefused_TokenIsRenewedAndAPermanentRefusalStops', async () => {
    hub.server.refuseWith = 401;
    const asked: (string | null)[] = [];
    const client = hub.client({
      environment: {
        fetch: (_url, init) => {
          asked.push(new Headers(init?.headers).get('authorization'));
          return Promise.resolve(new Response(JSON.stringify({ code: 206, detail: 'This origin may not.' }), { status: 403 }));
        },
      },
    });
    client.start();
    await until({ client }, () => client.state === 'refused');
    expect(client.error).toMatchObject({ code: 206, temporary: false });
    expect(asked).toEqual(['Bearer t1']);
  });

  it('sessionExpiredOnACall_RenewsReconnectsAndSendsThePost', async () => {
    let expired = true;
    const sessions: VisitorSession[] = [];
    hub.refuse = () => (expired ? new Refused(201, 'Expired.') : null);
    const client = hub.client({
      onSession: (s) => sessions.push(s),
      environment: {
        fetch: () => {
          expired = false;
          return Promise.resolve(Response.json({ visitorId: 'v', name: 'Vera', token: 't2', expiresAt: new Date(Date.now() + 3_600_000).toISOString() }));
        },
      },
    });
    const thread = client.show('c1');
    client.start();
    thread.post('hello');
    await until({ client, thread }, () => thread.log.last === 1);
    expect(sessions.map((s) => s.token)).toEqual(['t2']);
    expect([...hub.server.peers].map((p) => p.token)).toEqual(['t2']);
    client.stop();
  });

  it('from_HubExceptionText_ReadsCodeAndMessage', () => {
    expect(GrainlineError.from(new Error("An unexpected error occurred invoking 'Post' on the server. HubException: 301: It has ended."))).toMatchObject({
      code: 301, message: 'It has ended.', temporary: false });
    expect(GrainlineError.from(new Error('503: Slow down.'))).toMatchObject({ code: 503, temporary: true });
    expect(GrainlineError.from(new Error("An unexpected error occurred invoking 'Post' on the server."))).toMatchObject({ code: 500, temporary: true });
    expect(GrainlineError.from(new Error('WebSocket closed with status code: 1006'))).toMatchObject({ code: 900, temporary: true });
  });

  it('reload_WithUnsentPosts_SendsThemFromStorageInOrder', async () => {
    const storage = memoryStorage();
    const before = hub.client({ storage });
    const unsent = before.show('c1');
    unsent.post('one');
    unsent.post('two');
    const after = hub.client({ storage });
    const thread = after.show('c1');
    expect(thread.log.entries.map((e) => [e.text, e.state])).toEqual([['one', 'sending'], ['two', 'sending']]);
    after.start();
    await until({ client: after, thread }, () => thread.log.last === 2);
    expect(thread.log.messages.map((m) => m.text)).toEqual(['one', 'two']);
    expect(after.outbox).toEqual([]);
    after.stop();
  });

  it('refusedForGood_IsMarkedFailedAndLetsTheNextPass_ThenRetrySends', async () => {
    let bad = true;
    hub.refuse = (text) => (bad && text === 'bad' ? new Refused(102, 'Too long.') : null);
    const client = hub.client();
    const thread = client.show('c1');
    client.start();
    const id = thread.post('bad');
    thread.post('good');
    await until({ client, thread }, () => thread.log.last === 1 && thread.log.entries.some((e) => e.state === 'failed'));
    expect(thread.log.entries.map((e) => [e.text, e.state, e.error?.code])).toEqual([['good', 'delivered', undefined], ['bad', 'failed', 102]]);
    bad = false;
    thread.retry(id);
    await until({ client, thread }, () => thread.log.last === 2);
    expect(thread.log.messages.map((m) => m.text)).toEqual(['good', 'bad']);
    client.stop();
  });

  it('rateLimited_WaitsInOrderAndSaysUntilWhen', async () => {
    let refusals = 2;
    hub.refuse = () => (refusals-- > 0 ? new Refused(503, 'Slow down.') : null);
    const client = hub.client();
    const thread = client.show('c1');
    client.start();
    thread.post('one');
    thread.post('two');
    await until({ client, thread }, () => thread.limitedUntil !== null);
    await until({ client, thread }, () => thread.log.last === 2);
    expect(hub.posts).toEqual(['one', 'one', 'one', 'two']);
    expect(thread.limitedUntil).toBeNull();
    client.stop();
  });
});

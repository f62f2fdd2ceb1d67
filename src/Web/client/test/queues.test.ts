import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { QueueFeed, type GrainlineAgent } from '../src/index';
import { FakeAgentHub } from './fake/agentHub';
import { Refused } from './fake/hubServer';
import { queueOf } from './fake/queue';

function until(agent: GrainlineAgent, condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (!condition()) return;
      for (const off of undo) off();
      resolve();
    };
    const undo = [agent.on('queues', check), agent.on('state', check)];
    check();
  });
}

const line = (agent: GrainlineAgent) => agent.queueFeed.queues.map((q) => `${q.queueId} ${q.waiting}`);

describe('QueueFeed', () => {
  it('tear_AfterAPicture_KeepsItAndCallsItStale', () => {
    const feed = new QueueFeed();
    expect(feed.stale).toBe(false);
    feed.replace({ items: [queueOf('a', 3)] }, 5);
    feed.tear();
    expect([feed.stale, feed.live, feed.at, feed.queue('a')?.waiting]).toEqual([true, false, 5, 3]);
  });

  it('replace_WithoutAQueue_ForgetsIt', () => {
    const feed = new QueueFeed();
    feed.replace({ items: [queueOf('a'), queueOf('b')] }, 1);
    feed.replace({ items: [queueOf('b')] }, 2);
    expect(feed.queues.map((q) => q.queueId)).toEqual(['b']);
  });
});

describe('watchQueues', () => {
  let hub: FakeAgentHub;
  let agent: GrainlineAgent;
  beforeEach(async () => {
    hub = await FakeAgentHub.start();
    hub.queues.set('support', queueOf('support', 1));
    agent = hub.client();
  });
  afterEach(async () => {
    agent.stop();
    await hub.server.stop();
  });
  const asked = () => hub.calls.filter((c) => c === 'WatchQueues').length;

  it('watchQueues_BeforeTheLinkIsUp_IsLiveOnceItIs', async () => {
    agent.watchQueues();
    agent.start();
    await until(agent, () => agent.queueFeed.live);
    hub.change(queueOf('support', 2));
    await until(agent, () => agent.queueFeed.queue('support')?.waiting === 2);
    expect(asked()).toBe(1);
  });

  it('watchQueues_ByTwo_AsksOnceAndEndsWithTheLast', async () => {
    agent.start();
    await until(agent, () => agent.state === 'online');
    const [one, two] = [agent.watchQueues(), agent.watchQueues()];
    await until(agent, () => agent.queueFeed.live);
    one();
    one();
    expect(agent.queueFeed.live).toBe(true);
    two();
    expect(agent.queueFeed.stale).toBe(true);
    await agent.refresh();
    expect([asked(), hub.calls.filter((c) => c === 'UnwatchQueues').length]).toEqual([1, 1]);
  });

  it('watchQueues_LinkCut_IsStaleThenLiveAgainWithWhatChangedMeanwhile', async () => {
    agent.watchQueues();
    agent.start();
    await until(agent, () => agent.queueFeed.live);
    for (const peer of hub.server.peers) peer.cut();
    await until(agent, () => agent.queueFeed.stale);
    hub.change(queueOf('support', 7));
    hub.change(queueOf('returns', 1));
    await until(agent, () => agent.queueFeed.live);
    expect(line(agent)).toEqual(['support 7', 'returns 1']);
  });

  it('watchQueues_LeftAndTakenUpAtOnce_StaysLive', async () => {
    agent.start();
    await until(agent, () => agent.state === 'online');
    agent.watchQueues()();
    agent.watchQueues();
    await until(agent, () => agent.queueFeed.live);
    hub.change(queueOf('support', 9));
    await until(agent, () => agent.queueFeed.queue('support')?.waiting === 9);
  });

  it('watchQueues_ServerBusy_IsAskedAgain', async () => {
    hub.refusals.push(new Refused(501, 'Busy.'));
    agent.watchQueues();
    agent.start();
    await until(agent, () => agent.queueFeed.live);
    expect([asked(), agent.queueFeed.error]).toEqual([2, null]);
  });

  it('watchQueues_NotAllowed_SaysWhyAndWaitsForAPerson', async () => {
    hub.refusals.push(new Refused(202, 'Not for you.'));
    agent.watchQueues();
    agent.start();
    await until(agent, () => agent.queueFeed.error !== null);
    expect(agent.queueFeed.error).toMatchObject({ code: 202 });
    agent.rewatchQueues();
    await until(agent, () => agent.queueFeed.live);
  });
});

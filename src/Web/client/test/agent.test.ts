import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GrainlineAgent } from '../src/index';
import { FakeAgentHub } from './fake/agentHub';
import { noFaults } from './fake/hubServer';

function until(agent: GrainlineAgent, condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (!condition()) return;
      for (const off of undo) off();
      resolve();
    };
    const undo = [agent.on('inbox', check), agent.on('state', check), agent.on('conversation', check)];
    check();
  });
}

describe('GrainlineAgent', () => {
  let hub: FakeAgentHub;
  let agent: GrainlineAgent;
  beforeEach(async () => {
    hub = await FakeAgentHub.start();
    agent = hub.client();
  });
  afterEach(async () => {
    agent.stop();
    await hub.server.stop();
  });

  it('accept_OfferBecomesAConversation', async () => {
    agent.start();
    await until(agent, () => agent.state === 'online');
    hub.offer('c1');
    await until(agent, () => agent.inbox.offers.length === 1);
    await agent.accept('c1.1');
    await until(agent, () => agent.inbox.offers.length === 0);
    expect(agent.inbox.conversations.map((c) => c.conversationId)).toEqual(['c1']);
    await expect(agent.accept('c1.1')).rejects.toMatchObject({ code: 400, temporary: false });
  });

  it('feedWithALostEvent_IsFetchedAgain', async () => {
    agent.start();
    await until(agent, () => agent.state === 'online');
    hub.server.faults = { ...noFaults, push: () => [] };
    hub.offer('c1');
    hub.server.faults = noFaults;
    hub.offer('c2');
    await until(agent, () => agent.inbox.offers.length === 2);
    expect(agent.inbox.gap).toBe(false);
    expect(hub.calls.filter((c) => c === 'Inbox')).toHaveLength(2);
  });

  it('reconnect_TakesUpWhatHappenedMeanwhile', async () => {
    agent.start();
    await until(agent, () => agent.state === 'online');
    for (const peer of hub.server.peers) peer.cut();
    hub.offer('c1');
    hub.offer('c2');
    hub.withdraw('c1.1', 'expired');
    await until(agent, () => agent.state === 'online' && agent.inbox.offers.length === 1);
    expect(agent.inbox.offers[0]?.offerId).toBe('c2.1');
  });

  it('feedEvents_AreTold_OnceAndInOrder', async () => {
    agent.start();
    await until(agent, () => agent.state === 'online');
    const told: string[] = [];
    agent.on('feed', (event) => told.push(`${event.type} ${event.feed}`));
    hub.server.faults = { ...noFaults, push: () => [0, 0] };
    hub.offer('c1');
    hub.withdraw('c1.1', 'expired');
    hub.offer('c2');
    await until(agent, () => agent.inbox.feed === 3);
    expect(told).toEqual(['offer 1', 'offerWithdrawn 2', 'offer 3']);
  });

  it('note_GoesThroughTheOutbox_ClosingAWatchedThreadEndsItsSubscription', async () => {
    agent.start();
    await until(agent, () => agent.state === 'online');
    hub.offer('c1');
    const thread = agent.show('c1');
    thread.post('only for us', 'note');
    await new Promise<void>((resolve) => {
      const off = thread.on('change', () => {
        if (!thread.log.messages.some((m) => m.text === 'only for us')) return;
        off();
        resolve();
      });
    });
    expect(hub.calls).toContain('Note');
    thread.close();
    await agent.refresh();
    expect(hub.calls).toContain('Unwatch');
  });
});

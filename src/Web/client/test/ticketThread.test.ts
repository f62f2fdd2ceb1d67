import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GrainlineAgent, TicketThread } from '../src/index';
import { TicketLog } from '../src/ticketLog';
import { FakeAgentHub } from './fake/agentHub';
import { ticketEntry } from './fake/ticket';

function until(thread: TicketThread, condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const off = thread.on('change', check);
    function check() {
      if (!condition()) return;
      off();
      resolve();
    }
    check();
  });
}

describe('TicketLog', () => {
  const seqs = (log: TicketLog) => log.entries.map((e) => e.seq);

  it('apply_Early_WaitsForWhatIsBeforeIt', () => {
    const log = new TicketLog();
    expect([log.apply(ticketEntry(2)), log.apply(ticketEntry(1)), log.apply(ticketEntry(2))]).toEqual(['gap', 'applied', 'known']);
    expect([seqs(log), log.behind]).toEqual([[1, 2], false]);
  });

  it('complete_WhatAPageLeavesOut_IsNoGap', () => {
    const log = new TicketLog();
    log.apply(ticketEntry(4));
    log.applyPage({ entries: [ticketEntry(1)], head: 4 });
    log.complete(4);
    expect([seqs(log), log.last, log.behind]).toEqual([[1, 4], 4, false]);
  });

  it('complete_PushedMeanwhile_IsStillMissed', () => {
    const log = new TicketLog();
    log.applyPage({ entries: [ticketEntry(1)], head: 1 });
    log.apply(ticketEntry(3));
    log.complete(1);
    expect([seqs(log), log.behind]).toEqual([[1], true]);
  });
});

describe('TicketThread', () => {
  let hub: FakeAgentHub;
  let agent: GrainlineAgent;
  let thread: TicketThread;
  beforeEach(async () => {
    hub = await FakeAgentHub.start();
    hub.tickets.open('t1', 7);
    agent = hub.client();
    agent.start();
    thread = agent.ticketThread('t1');
    thread.open();
    await until(thread, () => thread.loaded && thread.live);
  });
  afterEach(async () => {
    thread.close();
    agent.stop();
    await hub.server.stop();
  });
  const seqs = () => thread.entries.map((e) => e.seq);

  it('open_LongTimeline_IsReadPageByPage', () => expect(seqs()).toEqual([1, 2, 3, 4, 5, 6, 7]));

  it('push_InOrder_NeedsNoQuestion', async () => {
    const asked = hub.tickets.calls('/tickets/t1/timeline').length;
    hub.tickets.add('t1');
    await until(thread, () => thread.view?.version === 8);
    expect([seqs().at(-1), hub.tickets.calls('/tickets/t1/timeline').length]).toEqual([8, asked]);
  });

  it('push_Lost_IsFetchedWithTheNextOne', async () => {
    hub.tickets.add('t1', {});
    hub.tickets.add('t1', { entry: true });
    await until(thread, () => thread.entries.length === 9);
    expect(seqs()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('view_AheadOfTheTimeline_FetchesTheEntry', async () => {
    hub.tickets.add('t1', { view: true });
    await until(thread, () => thread.entries.length === 8);
    expect(thread.log.behind).toBe(false);
  });

  it('linkCut_CatchesUpOnTheNextSocket', async () => {
    for (const peer of hub.server.peers) peer.cut();
    await until(thread, () => !thread.live);
    hub.tickets.add('t1', {}, { subject: 'Meanwhile' });
    await until(thread, () => thread.live && thread.entries.length === 8);
    expect(thread.view?.subject).toBe('Meanwhile');
  });

  it('apply_ShowsTheAnswerAndItsEntry', async () => {
    const view = await thread.apply([{ kind: 'subject', subject: 'x' }], { requestId: 'r1', ifVersion: 7 });
    expect([view.subject, thread.view?.version]).toEqual(['after 1', 8]);
    expect(hub.tickets.calls('/tickets/t1/actions')[0]?.body).toEqual({ requestId: 'r1', actions: [{ kind: 'subject', subject: 'x' }], ifVersion: 7 });
    await until(thread, () => thread.entries.length === 8);
  });

  it('triggers_LeftOutOfAPush_AreAskedForWhenTheStateMoves', async () => {
    hub.tickets.add('t1', { entry: true });
    const { triggers, ...view } = hub.tickets.views.get('t1')!;
    const solved = { ...view, version: 9, state: 'solved' };
    hub.tickets.views.set('t1', { ...solved, triggers: [{ trigger: 'reopen', name: 'Reopen', toState: 'open' }] });
    expect(triggers).toHaveLength(1);
    for (const peer of hub.server.peers) peer.push('Ticket', solved);
    await until(thread, () => thread.view?.triggers?.[0]?.trigger === 'reopen');
  });
});

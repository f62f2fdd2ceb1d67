import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GrainlineAgent, TicketList, TicketListQuery } from '../src/index';
import { FakeAgentHub } from './fake/agentHub';
import { ticketRow } from './fake/ticket';

const query: TicketListQuery = { filter: {}, order: 'number', descending: false };

function until(list: TicketList, condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const off = list.on('change', check);
    function check() {
      if (!condition()) return;
      off();
      resolve();
    }
    check();
  });
}

describe('TicketList', () => {
  let hub: FakeAgentHub;
  let agent: GrainlineAgent;
  let list: TicketList;
  beforeEach(async () => {
    hub = await FakeAgentHub.start();
    agent = hub.client();
    agent.start();
    list = agent.ticketList(query);
  });
  afterEach(async () => {
    list.close();
    agent.stop();
    await hub.server.stop();
  });
  const fill = (n: number) => { for (let i = 1; i <= n; i++) hub.tickets.change(`t${i}`, ticketRow(i), true); };
  const numbers = () => list.rows.map((r) => r.number);
  const ready = async (n: number) => {
    fill(n);
    list.open();
    await until(list, () => list.complete && list.live);
  };

  it('open_ManyPages_ReadsAllOfThemOnce', async () => {
    await ready(450);
    expect(list.rows).toHaveLength(450);
    expect(hub.tickets.calls('/tickets/list')).toHaveLength(3);
  });

  it('moved_ChangedNewAndGone_ArriveByChangesAlone', async () => {
    await ready(3);
    hub.tickets.change('t2', ticketRow(2, { version: 2, subject: 'New words' }));
    hub.tickets.change('t3', null);
    hub.tickets.change('t4', ticketRow(4));
    await until(list, () => list.position === hub.tickets.position);
    expect(numbers()).toEqual([1, 2, 4]);
    expect([list.row('t2')?.subject, list.freshSince('t4') !== null, list.freshSince('t1')]).toEqual(['New words', true, null]);
    expect(hub.tickets.calls('/tickets/list')).toHaveLength(1);
  });

  it('changes_MoreThanOnePage_AreAskedForUntilTheEnd', async () => {
    await ready(1);
    hub.tickets.atOnce = 2;
    for (let i = 2; i <= 6; i++) hub.tickets.change(`t${i}`, ticketRow(i), i < 6);
    await until(list, () => list.rows.length === 6);
    const asked = hub.tickets.calls('/tickets/changes').map((c) => c.body.since);
    expect([...new Set(asked)]).toEqual([1, 3, 5]);
  });

  it('changes_OlderVersionThanKnown_IsDropped', async () => {
    await ready(1);
    hub.tickets.change('t1', ticketRow(1, { version: 5, subject: 'newest' }));
    await until(list, () => list.row('t1')?.version === 5);
    hub.tickets.change('t1', ticketRow(1, { version: 4, subject: 'late' }));
    await until(list, () => list.position === hub.tickets.position);
    expect(list.row('t1')?.subject).toBe('newest');
  });

  it('linkCut_KeepsItsPositionAndAsksForWhatItMissed', async () => {
    await ready(2);
    for (const peer of hub.server.peers) peer.cut();
    await until(list, () => !list.live);
    hub.tickets.change('t9', ticketRow(9));
    await until(list, () => list.rows.length === 3);
    expect(hub.tickets.calls('/tickets/list')).toHaveLength(1);
    expect(hub.tickets.calls('/tickets/changes').every((c) => c.body.since === 2)).toBe(true);
  });

  it('linkCut_FeedKnowsNoPosition_IsAskedAllTheSame', async () => {
    await ready(2);
    for (const peer of hub.server.peers) peer.cut();
    await until(list, () => !list.live);
    hub.tickets.change('t9', ticketRow(9));
    hub.tickets.tellsNoPosition = true;
    await until(list, () => list.rows.length === 3);
  });

  it('position_NotTakenAnyMore_ReadsTheListAgain', async () => {
    await ready(2);
    hub.tickets.refusals.push({ code: 100, status: 400 });
    hub.tickets.change('t7', ticketRow(7));
    await until(list, () => list.rows.length === 3 && list.error === null);
    expect(hub.tickets.calls('/tickets/list')).toHaveLength(2);
  });

  it('server_Busy_IsAskedAgainAndKeepsWhatIsKnown', async () => {
    await ready(2);
    hub.tickets.refusals.push({ code: 501, status: 503 });
    hub.tickets.change('t3', ticketRow(3));
    await until(list, () => list.error !== null);
    expect([list.rows.length, list.live]).toEqual([2, false]);
    await until(list, () => list.error === null && list.rows.length === 3);
  });

  it('forbidden_SaysWhyAndStops', async () => {
    hub.tickets.refusals.push({ code: 202, status: 403 });
    list.open();
    await until(list, () => list.error !== null);
    expect([list.error?.code, hub.tickets.calls('/tickets/list').length]).toEqual([202, 1]);
  });
});

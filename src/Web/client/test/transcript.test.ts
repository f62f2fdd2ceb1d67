import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationThread } from '../src/index';
import { seeded } from './fake/random';
import { FakeVisitorHub } from './fake/visitorHub';
import { noFaults, Refused } from './fake/hubServer';
import { until } from './until';

const text = (entries: readonly { text: string }[]) => entries.map((e) => e.text);

describe('the visible transcript under a hostile network', () => {
  let hub: FakeVisitorHub;
  beforeEach(async () => { hub = await FakeVisitorHub.start(); });
  afterEach(async () => { await hub.stop(); });

  /** At every change: what is shown is a prefix of the server's order, each message once. */
  function watch(thread: ConversationThread): string[] {
    const faults: string[] = [];
    thread.on('change', () => {
      const shown = thread.log.messages.map((m) => m.seq);
      const truth = hub.conversation.visible.slice(0, shown.length).map((e) => e.seq);
      if (shown.join() !== truth.join()) faults.push(`shown ${shown.join()} of ${truth.join()}`);
      const keys = thread.log.entries.map((e) => e.key);
      if (new Set(keys).size !== keys.length) faults.push(`twice: ${keys.join()}`);
    });
    return faults;
  }

  it.each(Array.from({ length: 12 }, (_, i) => i + 1))('seed %i: equals the server\'s, exactly once, in order', async (seed) => {
    const random = seeded(seed);
    const client = hub.client({ environment: { random: seeded(seed + 1000) } });
    const thread = client.show('c1');
    const faults = watch(thread);
    hub.server.faults = {
      push: () => {
        const dice = random();
        if (dice < 0.2) return [];
        if (dice < 0.35) return [0, Math.ceil(random() * 8)];
        return [dice < 0.6 ? Math.ceil(random() * 12) : 0];
      },
      losesAnswer: () => random() < 0.08,
      cuts: () => random() < 0.02,
    };
    hub.refuse = () => (random() < 0.1 ? new Refused(503, 'Slow down.') : random() < 0.05 ? new Refused(504, 'Storage.') : null);
    client.start();
    const mine: string[] = [];
    for (let i = 0; i < 30; i++) {
      if (random() < 0.5) {
        mine.push(`v${i}`);
        thread.post(`v${i}`);
      } else hub.agentSays(`a${i}`, random() < 0.25);
      for (let turns = random() * 12; turns > 0; turns--) await new Promise<void>((resolve) => setImmediate(resolve));
      if (random() < 0.1 && hub.conversation.head > 0) await until({ client, thread }, () => thread.log.last > 0);
    }
    hub.server.faults = noFaults;
    hub.refuse = () => null;
    await until({ client, thread }, () =>
      hub.conversation.visible.filter((e) => e.author.kind === 'visitor').length === mine.length && !thread.log.gap && thread.log.last === hub.conversation.head);
    await until({ client, thread }, () => thread.log.entries.every((e) => e.seq !== null));

    expect(faults).toEqual([]);
    expect(text(thread.log.entries)).toEqual(text(hub.conversation.visible));
    expect(text(hub.conversation.visible.filter((e) => e.author.kind === 'visitor'))).toEqual(mine);
    expect(client.outbox).toEqual([]);
    client.stop();
  }, 30_000);
});

import { afterEach, describe, expect, it } from 'vitest';
import { SharedChat, type Leadable, type TabServices } from '../src/panel/tabs';
import { emptyState, type WidgetState } from '../src/panel/state';

/** Locks of one browser: the first holder leads until it is closed. */
class FakeLocks {
  #line: (() => void)[] = [];
  #held = false;
  request = ((_name: string, run: () => Promise<void>) => {
    const grant = () => { this.#held = true; void run(); };
    if (this.#held) this.#line.push(grant);
    else grant();
    return new Promise<void>(() => {});
  }) as never;
  releaseCurrent(): void {
    this.#held = false;
    this.#line.shift()?.();
  }
}

class FakeEngine {
  sent: string[] = [];
  resumed = 0;
  constructor(private readonly changed: () => void) {}
  get state(): WidgetState { return { ...emptyState, siteName: this.sent.join() }; }
  resume(): void { this.resumed++; }
  send(text: string): void {
    this.sent.push(text);
    this.changed();
  }
}

describe('SharedChat', () => {
  const channels: BroadcastChannel[] = [];
  const services = (locks: FakeLocks | undefined): TabServices => ({
    locks: locks as never,
    channel: (name) => {
      const channel = new BroadcastChannel(name);
      channels.push(channel);
      return channel;
    },
  });
  afterEach(() => { for (const channel of channels.splice(0)) channel.close(); });

  const tab = (site: string, locks: FakeLocks | undefined) => {
    const engines: FakeEngine[] = [];
    const chat = new SharedChat(site, (changed) => {
      const engine = new FakeEngine(changed);
      engines.push(engine);
      return engine as unknown as Leadable;
    }, services(locks));
    return { chat, engines };
  };
  const heard = (chat: SharedChat, condition: () => boolean) => new Promise<void>((resolve) => {
    const check = () => { if (condition()) { off(); resolve(); } };
    const off = chat.subscribe(check);
    queueMicrotask(check);
  });

  it('twoTabs_OneEngine_BothShowTheSame', async () => {
    const locks = new FakeLocks();
    const [first, second] = [tab('two', locks), tab('two', locks)];
    second.chat.actions.send('from the second', {}, '1');
    await heard(second.chat, () => second.chat.state.siteName === 'from the second');
    expect(first.chat.state.siteName).toBe('from the second');
    expect([first.engines.length, second.engines.length]).toEqual([1, 0]);
  });

  it('leaderGoesUnheard_WhatWasAskedMeanwhile_IsDoneOnceByTheNext', async () => {
    const locks = new FakeLocks();
    const [first, second] = [tab('deaf', locks), tab('deaf', locks)];
    second.chat.actions.send('heard', {}, '1');
    await heard(second.chat, () => second.chat.state.siteName === 'heard');
    channels[0]!.close();
    second.chat.actions.send('unheard', {}, '2');
    locks.releaseCurrent();
    expect(first.engines[0]?.sent).toEqual(['heard']);
    expect(second.engines[0]?.sent).toEqual(['unheard']);
  });

  it('leaderCloses_TheNextTabTakesOver', async () => {
    const locks = new FakeLocks();
    const [first, second] = [tab('over', locks), tab('over', locks)];
    await heard(second.chat, () => second.chat.state !== emptyState);
    expect(first.chat.leads).toBe(true);
    locks.releaseCurrent();
    expect(second.chat.leads).toBe(true);
    expect(second.engines[0]?.resumed).toBe(1);
    second.chat.actions.send('alone', {}, '1');
    expect(second.engines[0]?.sent).toEqual(['alone']);
  });

  it('noLocks_EachTabLeads', () => {
    const [first, second] = [tab('none', undefined), tab('none', undefined)];
    expect([first.chat.leads, second.chat.leads]).toEqual([true, true]);
  });
});

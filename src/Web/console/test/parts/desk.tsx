import { Emitter, QueueFeed, type AgentEvents, type QueueView, type RoutingApi, type StaffRole } from '@grainline/client';
import { App } from 'antd';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { WorkspaceContext, type Workspace } from '../../src/state/workspace';

/** An agent's client without a server: what is called is recorded, what is told comes from the test. */
export class FakeAgent extends Emitter<AgentEvents> {
  state = 'online';
  queueFeed = new QueueFeed();
  inbox = { load: { status: 'available', reason: null, since: '2026-01-01T09:00:00Z', load: 0, capacity: 4 }, conversations: [], offers: [] };
  threads = [];
  error = null;
  outbox = [];
  watching = 0;
  readonly calls: unknown[][] = [];
  routing: Partial<RoutingApi> = {};
  answers: Record<string, () => Promise<unknown>> = {};

  watchQueues = () => {
    this.watching++;
    return () => void this.watching--;
  };
  pull = (id: string) => this.call('pull', id);
  pullNext = (queue?: string) => this.call('pullNext', queue);
  assign = (id: string, to: string, force: boolean) => this.call('assign', id, to, force);
  classify = (id: string, to: object) => this.call('classify', id, to);
  rewatchQueues = vi.fn();

  tell(...queues: QueueView[]): void {
    this.queueFeed.replace({ items: queues }, Date.now());
    this.emit('queues', this.queueFeed as never);
  }

  lose(why: unknown = null): void {
    this.queueFeed.tear(why);
    this.emit('queues', this.queueFeed as never);
  }

  private call(name: string, ...args: unknown[]): Promise<never> {
    this.calls.push([name, ...args]);
    return (this.answers[name] ?? (() => Promise.resolve({ conversationId: args[0] })))() as Promise<never>;
  }
}

export function atDesk(agent: FakeAgent, children: ReactNode, roles: StaffRole[] = ['agent']) {
  const workspace = {
    agent,
    session: { agentId: 'amy', name: 'Amy', token: '', expiresAt: '', roles },
    senior: roles.some((r) => r !== 'agent'),
    admin: roles.includes('admin'),
    reconnect: () => undefined,
  } as unknown as Workspace;
  return render(
    <App>
      <WorkspaceContext value={workspace}>{children}</WorkspaceContext>
    </App>,
  );
}

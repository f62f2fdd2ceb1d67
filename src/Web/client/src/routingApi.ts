import type { ReplayReport, ReplayRequest } from './replay';
import type { RestRequest } from './rest';
import type { Items } from './restTypes';
import type { AgentProfile, Decisions, PolicySpec, PolicyVersion, QueueProfile, SkillName, StatusInterval, StatusPage } from './routing';
import type { Instant } from './wire';

type Call = <T>(path: string, request?: RestRequest) => Promise<T>;

const at = (folder: string, id: string, rest = ''): string => `/${folder}/${encodeURIComponent(id)}${rest}`;

/** The REST calls about queues, policies and agents. Writes need an administrator; 202 for everybody else. */
export class RoutingApi {
  constructor(private readonly call: Call) {}

  queue(id: string): Promise<QueueProfile> { return this.call(at('queues', id)); }
  saveQueue(id: string, profile: QueueProfile): Promise<QueueProfile> { return this.call(at('queues', id), { method: 'PUT', body: profile }); }

  /** Newest first. */
  policies(queue: string): Promise<Items<PolicyVersion>> { return this.call(at('queues', queue, '/policies')); }
  /** Checked, then in force for the next decision. */
  publish(queue: string, spec: PolicySpec, note: string | null): Promise<PolicyVersion> {
    return this.call(at('queues', queue, '/policies'), { body: { spec, note } });
  }

  /** Puts the version before in force again, or `toVersion`. */
  rollBack(queue: string, toVersion?: number): Promise<PolicyVersion> {
    return this.call(at('queues', queue, '/policies/rollback'), { body: { toVersion: toVersion ?? null } });
  }

  /** May take a minute: recorded time runs again under another policy. */
  replay(queue: string, request: ReplayRequest): Promise<ReplayReport> { return this.call(at('queues', queue, '/replays'), { body: request }); }

  /** Newest first; for whoever may see the conversation. */
  decisions(conversationId: string, before?: number): Promise<Decisions> {
    return this.call(at('conversations', conversationId, '/decisions'), { query: { before, limit: 20 } });
  }

  agent(id: string): Promise<AgentProfile> { return this.call(at('agents', id)); }
  saveAgent(id: string, profile: AgentProfile): Promise<unknown> { return this.call(at('agents', id), { method: 'PUT', body: profile }); }
  /** Oldest first; whole intervals, so that the first may begin before `from`. */
  async statusHistory(id: string, from: Instant, to: Instant): Promise<StatusInterval[]> {
    const items: StatusInterval[] = [];
    for (let after: number | null = 0; after !== null;) {
      const page: StatusPage = await this.call(at('agents', id, '/status'), { query: { from, to, after } });
      items.push(...page.items);
      after = page.next ?? null;
    }
    return items;
  }

  skills(): Promise<Items<SkillName>> { return this.call('/skills'); }
  saveSkills(items: SkillName[]): Promise<Items<SkillName>> { return this.call('/skills', { method: 'PUT', body: { items } }); }
}

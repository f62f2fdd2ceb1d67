import type {
  DeskFolder, DeskView, FormPublished, FormSpec, LifecycleSpec, Macro, NamedVersion, SavedReply, SlaPolicySpec, Team, VersionedFolder, VersionSummary,
} from './deskTypes';
import type { RestRequest } from './rest';
import type { Items } from './restTypes';

type Call = <T>(path: string, request?: RestRequest) => Promise<T>;

const at = (folder: DeskFolder, id: string, rest = ''): string => `/desk/${folder}/${encodeURIComponent(id)}${rest}`;

/** The REST calls about what a tenant has set up for its tickets. Writes need an administrator; 202 for everybody else. */
export class DeskApi {
  constructor(private readonly call: Call) {}

  /** Everything in its newest form. */
  view(): Promise<DeskView> { return this.call('/desk'); }

  saveTeam(team: Team): Promise<Team> { return this.call(at('teams', team.id), { method: 'PUT', body: team }); }
  saveMacro(macro: Macro): Promise<Macro> { return this.call(at('macros', macro.id), { method: 'PUT', body: macro }); }
  saveReply(reply: SavedReply): Promise<SavedReply> { return this.call(at('replies', reply.id), { method: 'PUT', body: reply }); }
  /** 607 while something names it. */
  async remove(folder: DeskFolder, id: string): Promise<void> { await this.call(at(folder, id), { method: 'DELETE' }); }

  /** 606 for one with dead ends. */
  publishLifecycle(id: string, spec: LifecycleSpec, note: string | null): Promise<NamedVersion<LifecycleSpec>> {
    return this.call(at('lifecycles', id, '/versions'), { body: { spec, note } });
  }
  /** `check`: learns what would be refused, without publishing. */
  publishForm(id: string, spec: FormSpec, note: string | null, check: boolean): Promise<FormPublished> {
    return this.call(at('forms', id, '/versions'), { body: { spec, note, check } });
  }
  publishSlaPolicy(id: string, spec: SlaPolicySpec, note: string | null): Promise<NamedVersion<SlaPolicySpec>> {
    return this.call(at('sla-policies', id, '/versions'), { body: { spec, note } });
  }

  /** Newest first. */
  versions(folder: VersionedFolder, id: string): Promise<Items<VersionSummary>> { return this.call(at(folder, id, '/versions')); }
  version<T>(folder: VersionedFolder, id: string, version: number): Promise<NamedVersion<T>> {
    return this.call(at(folder, id, `/versions/${version}`));
  }
}

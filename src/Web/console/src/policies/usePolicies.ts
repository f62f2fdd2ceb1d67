import type { PolicySpec, PolicyVersion } from '@grainline/client';
import { useSave } from '../admin/useSave';
import { policyName } from '../common/figure';
import { useT } from '../i18n/language';
import { useDirectory } from '../state/directory';
import { useLoaded } from '../state/loaded';
import { useWorkspace } from '../state/workspace';

/** A queue's versions, and what changes them; what came last can be taken back at once. */
export function usePolicies(queueId: string) {
  const t = useT();
  const { agent } = useWorkspace();
  const refresh = useDirectory((d) => d.refresh);
  const versions = useLoaded(queueId, async () => (await agent.routing.policies(queueId)).items);
  const { busy, save } = useSave();
  const inForce = versions.value?.find((v) => v.inForce) ?? null;

  async function again() {
    versions.reload();
    await refresh(agent);
  }

  const rollBackTo = async (version: number) => {
    await agent.routing.rollBack(queueId, version);
    await again();
  };

  return {
    versions,
    inForce,
    busy,
    publish: (spec: PolicySpec, note: string | null): Promise<boolean> =>
      save(
        policyName(spec.name, t),
        async () => {
          await agent.routing.publish(queueId, spec, note);
          await again();
        },
        inForce ? () => rollBackTo(inForce.version) : undefined,
      ),
    rollBack: (to: PolicyVersion): Promise<boolean> =>
      save(t.policies.version(to.version), () => rollBackTo(to.version), inForce ? () => rollBackTo(inForce.version) : undefined),
  };
}

import type { DefinitionRef, FormSpec, GrainlineAgent } from '@grainline/client';
import { useLoaded } from '../../state/loaded';
import { useDesk } from '../../state/desk';
import { useWorkspace } from '../../state/workspace';

/** Versions never change: one that was fetched is kept for as long as the page lives. */
const keptBy = new WeakMap<GrainlineAgent, Map<string, Promise<FormSpec>>>();

/** One version of a form. */
export function useFormSpec({ id, version }: DefinitionRef) {
  const { agent } = useWorkspace();
  const desk = useDesk();
  const newest = desk.forms.find((f) => f.id === id && f.version === version)?.spec;
  const key = `${id} ${version}`;
  const loaded = useLoaded<FormSpec | null>(`${key} ${newest ? 'newest' : ''}`, () => {
    if (newest) return Promise.resolve(newest);
    const kept = keptBy.get(agent) ?? new Map<string, Promise<FormSpec>>();
    keptBy.set(agent, kept);
    const known =
      kept.get(key) ??
      agent.desk.version<FormSpec>('forms', id, version).then(
        (v) => v.spec,
        (error: unknown) => {
          kept.delete(key);
          throw error;
        },
      );
    kept.set(key, known);
    return known;
  });
  return newest ? { ...loaded, value: newest } : loaded;
}

import type { GrainlineAgent, SkillName } from '@grainline/client';
import { useCallback, useEffect } from 'react';
import { create } from 'zustand';
import { useWorkspace } from './workspace';

interface Skills {
  items: SkillName[] | null;
  error: unknown;
  load(agent: GrainlineAgent): Promise<void>;
  put(items: SkillName[]): void;
}

/** The tenant's list of skills, for names in every place that shows an id. */
export const useSkills = create<Skills>((set) => ({
  items: null,
  error: null,
  load: async (agent) => {
    try {
      set({ items: (await agent.routing.skills()).items, error: null });
    } catch (error) {
      // Ids are shown meanwhile: readable, if not pretty.
      set({ error });
    }
  },
  put: (items) => set({ items, error: null }),
}));

export function useSkillNames(): (id: string) => string {
  const { agent } = useWorkspace();
  const { items, load } = useSkills();
  useEffect(() => {
    if (useSkills.getState().items === null) void load(agent);
  }, [agent, load]);
  return useCallback((id) => items?.find((s) => s.id === id)?.name ?? id, [items]);
}

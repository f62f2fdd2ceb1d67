import type { DeskView, GrainlineAgent, LifecycleSpec, Names, StateSpec, Team } from '@grainline/client';
import { useCallback, useEffect } from 'react';
import { create } from 'zustand';
import { useLanguage } from '../i18n/language';
import { useWorkspace } from './workspace';

interface Desk {
  view: DeskView | null;
  error: unknown;
  load(agent: GrainlineAgent): Promise<void>;
  clear(): void;
}

const nothing: DeskView = { teams: [], lifecycles: [], forms: [], slaPolicies: [], macros: [], replies: [] };

/** What the tenant has set up for its tickets, in its newest form. */
export const useDeskStore = create<Desk>((set) => ({
  view: null,
  error: null,
  load: async (agent) => {
    try {
      set({ view: await agent.desk.view(), error: null });
    } catch (error) {
      // Ids are shown meanwhile: readable, if not pretty.
      set({ error });
    }
  },
  clear: () => set({ view: null, error: null }),
}));

/** Loaded with the first page that needs it; empty until then. */
export function useDesk(): DeskView {
  const { agent } = useWorkspace();
  const { view, load } = useDeskStore();
  useEffect(() => {
    if (useDeskStore.getState().view === null) void load(agent);
  }, [agent, load]);
  return view ?? nothing;
}

/** The display name for a reader: the language itself, its family, else English. */
export function nameIn(names: Names | undefined, language: string, fallback: string): string {
  if (!names) return fallback;
  const family = language.split('-')[0] ?? language;
  return names[language] ?? names[family] ?? Object.entries(names).find(([tag]) => tag.split('-')[0] === family)?.[1] ?? names.en ?? fallback;
}

export const teamName = (desk: DeskView, id: string): string => desk.teams.find((x) => x.id === id)?.name ?? id;

export const lifecycleOf = (desk: DeskView, team: string): LifecycleSpec | undefined => {
  const id = desk.teams.find((x: Team) => x.id === team)?.lifecycle;
  return desk.lifecycles.find((x) => x.id === id)?.spec;
};

/** A state's name as its team's newest lifecycle says it; old versions may have had others, whose ids are shown. */
export function useStateName(): (team: string, state: string) => string {
  const desk = useDesk();
  const language = useLanguage((s) => s.language);
  return useCallback(
    (team, state) => {
      const known = (spec: LifecycleSpec | undefined): StateSpec | undefined => spec?.states.find((x) => x.id === state);
      const spec = known(lifecycleOf(desk, team)) ?? desk.lifecycles.map((l) => known(l.spec)).find((x) => x !== undefined);
      return nameIn(spec?.names, language, state);
    },
    [desk, language],
  );
}

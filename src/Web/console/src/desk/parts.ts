import type { DeskView, FormSpec, LifecycleSpec, Macro, SavedReply, SlaPolicySpec, Team } from '@grainline/client';

export const deskParts = ['teams', 'lifecycles', 'forms', 'sla-policies', 'macros', 'replies'] as const;
export type DeskPart = (typeof deskParts)[number];

export interface DeskItem {
  id: string;
  name: string;
}

/** What an editor gets: the thing as it is, or as a new one begins. */
export interface EditorProps<T> {
  id: string;
  desk: DeskView;
  start: T;
}

export function itemsOf(desk: DeskView, part: DeskPart): DeskItem[] {
  const versioned = (items: { id: string; spec: { name: string } }[]) => items.map((i) => ({ id: i.id, name: i.spec.name }));
  switch (part) {
    case 'teams':
      return desk.teams;
    case 'lifecycles':
      return versioned(desk.lifecycles);
    case 'forms':
      return versioned(desk.forms);
    case 'sla-policies':
      return versioned(desk.slaPolicies);
    case 'macros':
      return desk.macros;
    case 'replies':
      return desk.replies;
  }
}

export type Start = Team | LifecycleSpec | FormSpec | SlaPolicySpec | Macro | SavedReply;

/** The newest version, or what a new one of this kind begins with. */
export function startOf(part: DeskPart, id: string, name: string, desk: DeskView): Start {
  switch (part) {
    case 'teams':
      return (
        desk.teams.find((x) => x.id === id) ?? {
          id,
          name,
          members: [],
          lifecycle: desk.lifecycles[0]?.id ?? '',
          forms: desk.forms.slice(0, 1).map((f) => f.id),
          slaPolicy: null,
          hours: null,
        }
      );
    case 'lifecycles':
      return desk.lifecycles.find((x) => x.id === id)?.spec ?? { ...firstLifecycle, name };
    case 'forms':
      return (
        desk.forms.find((x) => x.id === id)?.spec ?? {
          name,
          public: false,
          upgradeFrom: [],
          schema: { type: 'object', properties: {} },
          hints: { fields: {} },
        }
      );
    case 'sla-policies':
      return (
        desk.slaPolicies.find((x) => x.id === id)?.spec ?? {
          name,
          warnAtPercent: 80,
          targets: [{ metric: 'firstResponse', priority: null, seconds: 14_400 }],
        }
      );
    case 'macros':
      return desk.macros.find((x) => x.id === id) ?? { id, name, teams: [], actions: [] };
    case 'replies':
      return desk.replies.find((x) => x.id === id) ?? { id, shortcut: id, name, text: '', language: null, teams: [] };
  }
}

/** The least that is whole: something open, something solved, and the way between. */
const firstLifecycle: LifecycleSpec = {
  name: '',
  initial: 'open',
  states: [
    { id: 'open', category: 'open', names: { en: 'Open', 'zh-CN': '处理中' } },
    { id: 'solved', category: 'solved', names: { en: 'Solved', 'zh-CN': '已解决' } },
  ],
  transitions: [
    {
      from: ['open'],
      trigger: 'solve',
      to: 'solved',
      names: { en: 'Solve', 'zh-CN': '解决' },
      on: 'none',
      roles: [],
      guards: null,
      afterSeconds: null,
    },
    {
      from: ['solved'],
      trigger: 'reopen',
      to: 'open',
      names: { en: 'Reopen', 'zh-CN': '重新打开' },
      on: 'requesterWrote',
      roles: [],
      guards: null,
      afterSeconds: null,
    },
  ],
};

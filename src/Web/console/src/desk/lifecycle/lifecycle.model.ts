import type { LifecycleSpec, TransitionSpec } from '@grainline/client';
import { isId, type Errors } from '../../admin/rules';
import type { Dictionary } from '../../i18n/en';

/** Where a transition can begin: "any state" is every one but where it leads. */
export const fromOf = (spec: LifecycleSpec, x: TransitionSpec): string[] =>
  x.from.length > 0 ? x.from : spec.states.map((s) => s.id).filter((id) => id !== x.to);

function reached(start: readonly string[], next: (id: string) => string[]): Set<string> {
  const seen = new Set(start);
  const open = [...start];
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const to of next(id))
      if (!seen.has(to)) {
        seen.add(to);
        open.push(to);
      }
  return seen;
}

/** States that nothing leads to, and those from which no solved or closed one can be reached: the server refuses both. */
export function deadEnds(spec: LifecycleSpec): { unreachable: Set<string>; dead: Set<string> } {
  const ids = spec.states.map((s) => s.id);
  const ways = spec.transitions.flatMap((x) => fromOf(spec, x).map((from) => ({ from, to: x.to })));
  const forward = reached([spec.initial], (id) => ways.filter((w) => w.from === id).map((w) => w.to));
  const ends = spec.states.filter((s) => s.category === 'solved' || s.category === 'closed').map((s) => s.id);
  const back = reached(ends, (id) => ways.filter((w) => w.to === id).map((w) => w.from));
  return { unreachable: new Set(ids.filter((id) => !forward.has(id))), dead: new Set(ids.filter((id) => !back.has(id))) };
}

/** The states that a refusal names, between quotes. */
export const namedIn = (fault: string | null, spec: LifecycleSpec): Set<string> =>
  new Set([...(fault ?? '').matchAll(/'([^']+)'/g)].map((m) => m[1] ?? '').filter((id) => spec.states.some((s) => s.id === id)));

const seconds = { min: 60, max: 31_536_000 };

/** What is wrong before the server is asked, by paths such as `states.1.id`. */
export function lifecycleErrors(spec: LifecycleSpec, t: Dictionary): Errors {
  const errors: Errors = {};
  if (spec.name.trim() === '') errors.name = t.setup.required;
  spec.states.forEach((s, i) => {
    if (!isId(s.id)) errors[`states.${i}.id`] = t.admin.badId;
    else if (spec.states.findIndex((o) => o.id === s.id) < i) errors[`states.${i}.id`] = t.admin.twice;
    if (!s.names.en?.trim()) errors[`states.${i}.en`] = t.setup.required;
  });
  const known = new Set(spec.states.map((s) => s.id));
  spec.transitions.forEach((x, i) => {
    if (!isId(x.trigger)) errors[`transitions.${i}.trigger`] = t.admin.badId;
    if (!known.has(x.to)) errors[`transitions.${i}.to`] = t.setup.required;
    if (!x.names.en?.trim()) errors[`transitions.${i}.en`] = t.setup.required;
    if (x.from.includes(x.to)) errors[`transitions.${i}.from`] = t.desk.toItself;
    const after = x.afterSeconds ?? 0;
    if (x.on === 'timePassed' && !(after >= seconds.min && after <= seconds.max))
      errors[`transitions.${i}.after`] = t.admin.between(1, seconds.max / 60);
  });
  return errors;
}

/** A state under another id: everything that names it goes along. */
export function renamed(spec: LifecycleSpec, at: number, id: string): LifecycleSpec {
  const old = spec.states[at]?.id;
  const follow = (x: string) => (x === old ? id : x);
  return {
    ...spec,
    initial: follow(spec.initial),
    states: spec.states.map((s, i) => (i === at ? { ...s, id } : s)),
    transitions: spec.transitions.map((x) => ({ ...x, to: follow(x.to), from: x.from.map(follow) })),
  };
}

/** Without a state, and without what leads to it. */
export function withoutState(spec: LifecycleSpec, id: string): LifecycleSpec {
  return {
    ...spec,
    states: spec.states.filter((s) => s.id !== id),
    transitions: spec.transitions
      // What began nowhere else must not become "from any state".
      .filter((x) => x.to !== id && !(x.from.length > 0 && x.from.every((f) => f === id)))
      .map((x) => ({ ...x, from: x.from.filter((f) => f !== id) })),
  };
}

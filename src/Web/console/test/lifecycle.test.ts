import type { LifecycleSpec, TransitionSpec } from '@grainline/client';
import { describe, expect, it } from 'vitest';
import { diagramOf } from '../src/desk/lifecycle/diagram.model';
import { deadEnds, lifecycleErrors, namedIn, renamed, withoutState } from '../src/desk/lifecycle/lifecycle.model';
import { targetOf, withTarget } from '../src/desk/sla.model';
import { en } from '../src/i18n/en';

const way = (trigger: string, from: string[], to: string): TransitionSpec => ({
  from,
  trigger,
  to,
  names: { en: trigger },
  on: 'none',
  roles: [],
  guards: null,
  afterSeconds: null,
});
const spec = (...transitions: TransitionSpec[]): LifecycleSpec => ({
  name: 'L',
  initial: 'new',
  transitions,
  states: [
    { id: 'new', category: 'new', names: { en: 'New' } },
    { id: 'open', category: 'open', names: { en: 'Open' } },
    { id: 'wait', category: 'pending', names: { en: 'Wait' } },
    { id: 'done', category: 'solved', names: { en: 'Done' } },
  ],
});

describe('deadEnds', () => {
  it('deadEnds_WholeLifecycle_HasNone', () => {
    const { dead, unreachable } = deadEnds(spec(way('take', ['new'], 'open'), way('ask', ['open'], 'wait'), way('solve', ['open', 'wait'], 'done')));
    expect([dead.size, unreachable.size]).toEqual([0, 0]);
  });
  it('deadEnds_NoWayOut_AndNoWayIn_AreBothNamed', () => {
    const { dead, unreachable } = deadEnds(spec(way('take', ['new'], 'open'), way('solve', ['new'], 'done')));
    expect([[...dead], [...unreachable]]).toEqual([['open', 'wait'], ['wait']]);
  });
  it('deadEnds_FromAnyState_IsAWayOut', () =>
    expect(deadEnds(spec(way('take', ['new'], 'open'), way('wait', ['open'], 'wait'), way('close', [], 'done'))).dead.size).toBe(0));
});

describe('lifecycle edits', () => {
  const base = spec(way('take', ['new'], 'open'), way('solve', ['open'], 'done'), way('close', [], 'done'));
  it('renamed_EverythingFollows', () => {
    const next = renamed(base, 0, 'fresh');
    expect([next.initial, next.states[0]?.id, next.transitions[0]?.from]).toEqual(['fresh', 'fresh', ['fresh']]);
  });
  it('withoutState_ItsOwnWaysGo_ThoseFromAnywhereStay', () =>
    expect(withoutState(base, 'open').transitions.map((x) => [x.trigger, x.from])).toEqual([['close', []]]));
  it('lifecycleErrors_PathsOfTheFields', () => {
    const wrong = {
      ...base,
      states: [...base.states, { id: 'open', category: 'open' as const, names: { en: '' } }],
      transitions: [{ ...way('late', [], 'done'), on: 'timePassed' as const, afterSeconds: 5 }],
    };
    expect(Object.keys(lifecycleErrors(wrong, en)).sort()).toEqual(['states.4.en', 'states.4.id', 'transitions.0.after']);
  });
  it('namedIn_OnlyStates', () => expect([...namedIn("From 'wait' nothing ends; 'solve' is no state.", base)]).toEqual(['wait']));
});

describe('diagramOf', () => {
  const drawn = diagramOf(
    spec(
      way('take', ['new'], 'open'),
      way('start', ['new'], 'open'),
      way('solve', ['open'], 'done'),
      way('reopen', ['done'], 'open'),
      way('drop', [], 'done'),
    ),
  );
  const node = (id: string) => drawn.nodes.find((n) => n.id === id)!;
  it('diagramOf_ColumnsBySteps_UnreachedLast', () => {
    expect(node('new').x).toBeLessThan(node('open').x);
    expect(node('open').x).toBeLessThan(node('done').x);
    expect(node('done').x).toBeLessThan(node('wait').x);
  });
  it('diagramOf_OneArrowForAllTriggersOfAWay', () =>
    expect(drawn.edges.map((e) => [e.key, e.triggers.length])).toEqual([
      ['new open', 2],
      ['open done', 1],
      ['done open', 1],
    ]));
  it('diagramOf_FromAnywhere_StandsAtTheState', () => expect(drawn.anywhere).toEqual({ done: ['drop'] }));
  it('diagramOf_NothingOverlaps', () => {
    const places = drawn.nodes.map((n) => `${n.x},${n.y}`);
    expect(new Set(places).size).toBe(places.length);
  });
});

describe('sla targets', () => {
  it('withTarget_BackToWhatItWas_IsNoChange', () => {
    const targets = [
      { metric: 'firstResponse' as const, priority: null, seconds: 3600 },
      { metric: 'resolution' as const, priority: 'high' as const, seconds: 7200 },
    ];
    const changed = withTarget(targets, 'firstResponse', null, 5);
    expect(withTarget(changed, 'firstResponse', null, 60)).toEqual(targets);
    expect(withTarget(targets, 'resolution', 'high', null)).toHaveLength(1);
    expect(targetOf({ name: '', warnAtPercent: 80, targets }, 'resolution', 'high')).toBe(120);
  });
});

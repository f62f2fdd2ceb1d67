import type { LearningSettings, PolicySpec, PolicyWeights } from '@grainline/client';
import type { Errors } from '../admin/rules';
import type { Dictionary } from '../i18n/en';

export const usualWeights: PolicyWeights = { skill: 0.4, load: 0.4, idle: 0.1, history: 0.1, idleSeconds: 600 };
export const usualLearning: LearningSettings = { maxExploration: 0.05, holdout: 0.1, fallback: 'least-loaded' };
export const weightNames = ['skill', 'load', 'idle', 'history'] as const;

/** A spec with what its policy takes, and without what another one would. */
export function specFor(name: string, before: PolicySpec): PolicySpec {
  if (name === 'weighted-score') return { name, weights: before.weights ?? usualWeights };
  if (name === 'learned') return { name, learning: before.learning ?? usualLearning };
  return { name };
}

export const sameSpec = (a: PolicySpec, b: PolicySpec): boolean =>
  a.name === b.name &&
  JSON.stringify(a.weights ?? null) === JSON.stringify(b.weights ?? null) &&
  JSON.stringify(a.learning ?? null) === JSON.stringify(b.learning ?? null);

export function specErrors({ weights, learning }: PolicySpec, t: Dictionary): Errors {
  const errors: Errors = {};
  if (weights) {
    if (weightNames.every((n) => weights[n] === 0)) errors.weights = t.policies.noWeight;
    if (!(weights.idleSeconds >= 1 && weights.idleSeconds <= 86_400)) errors.idleSeconds = t.admin.between(1, 86_400);
  }
  if (learning) {
    if (!(learning.maxExploration >= 0 && learning.maxExploration <= 0.2)) errors.maxExploration = t.admin.between(0, 20);
    if (!(learning.holdout >= 0 && learning.holdout <= 0.5)) errors.holdout = t.admin.between(0, 50);
  }
  return errors;
}

/** How much of the whole each weight decides, 0 to 1. */
export function weightShares(w: PolicyWeights): Record<(typeof weightNames)[number], number> {
  const whole = weightNames.reduce((sum, n) => sum + w[n], 0) || 1;
  return { skill: w.skill / whole, load: w.load / whole, idle: w.idle / whole, history: w.history / whole };
}

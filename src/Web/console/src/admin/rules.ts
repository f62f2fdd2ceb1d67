import type { SkillLevel, WeeklyHours } from '@grainline/client';
import { hoursErrors } from '../hours/hours.model';
import type { Dictionary } from '../i18n/en';
import type { QueueForm, Typed } from './queueForm';

/** What is wrong, by the path of the field, such as `topics.1.id`. */
export type Errors = Record<string, string>;

const id = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

export const isId = (text: string): boolean => id.test(text);

function between(into: Errors, path: string, value: Typed, min: number, max: number, t: Dictionary): void {
  if (value === null || !Number.isFinite(value) || value < min || value > max) into[path] = t.admin.between(min, max);
}

export function skillErrors(into: Errors, path: string, skills: readonly SkillLevel[], t: Dictionary): void {
  skills.forEach((s, i) => {
    if (!isId(s.skill)) into[`${path}.${i}`] = t.admin.pickSkill;
    else if (skills.findIndex((o) => o.skill === s.skill) < i) into[`${path}.${i}`] = t.admin.twice;
  });
}

export function prefixed(into: Errors, path: string, errors: Errors): void {
  for (const [key, text] of Object.entries(errors)) into[`${path}.${key}`] = text;
}

export function queueErrors(f: QueueForm, t: Dictionary): Errors {
  const errors: Errors = {};
  if (f.name.trim() === '') errors.name = t.setup.required;
  between(errors, 'offerSeconds', f.offerSeconds, 5, 600, t);
  between(errors, 'targetSeconds', f.targetSeconds, 1, 86_400, t);
  between(errors, 'targetPercent', f.targetPercent, 0, 100, t);
  between(errors, 'stickySeconds', f.stickySeconds, 0, 3_600, t);
  skillErrors(errors, 'required', f.required, t);
  skillErrors(errors, 'preferred', f.preferred, t);
  f.topics.forEach((topic, i) => {
    if (!isId(topic.id.trim())) errors[`topics.${i}.id`] = t.admin.badId;
    else if (f.topics.findIndex((o) => o.id.trim() === topic.id.trim()) < i) errors[`topics.${i}.id`] = t.admin.twice;
    if (topic.name.trim() === '') errors[`topics.${i}.name`] = t.setup.required;
    skillErrors(errors, `topics.${i}.required`, topic.required, t);
    skillErrors(errors, `topics.${i}.preferred`, topic.preferred, t);
  });
  f.rings.forEach((ring, i) => {
    const before = f.rings[i - 1]?.afterSeconds ?? 0;
    between(errors, `rings.${i}.afterSeconds`, ring.afterSeconds, 1, 86_400, t);
    if (i > 0 && ring.afterSeconds !== null && ring.afterSeconds <= before) errors[`rings.${i}.afterSeconds`] = t.admin.growing;
    const asks = ring.lowerLevelsBy > 0 || ring.dropSkills.length > 0 || ring.anyLanguage || ring.toQueue !== null;
    if (!asks) errors[`rings.${i}.what`] = t.admin.ringEmpty;
  });
  f.channels.forEach((c, i) => {
    if (!isId(c.channel)) errors[`channels.${i}.channel`] = t.admin.badId;
    else if (f.channels.findIndex((o) => o.channel === c.channel) < i) errors[`channels.${i}.channel`] = t.admin.twice;
    between(errors, `channels.${i}.weight`, c.work.weight, 1, 100, t);
  });
  prefixed(errors, 'hours', hoursErrors(f.hours, t));
  return errors;
}

export interface AgentForm {
  name: string;
  capacity: Typed;
  queues: string[];
  skills: SkillLevel[];
  languages: string[];
  shift: WeeklyHours | null;
}

export function agentErrors(f: AgentForm, t: Dictionary): Errors {
  const errors: Errors = {};
  if (f.name.trim() === '') errors.name = t.setup.required;
  between(errors, 'capacity', f.capacity, 1, 100, t);
  skillErrors(errors, 'skills', f.skills, t);
  if (f.languages.some((l) => !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(l))) errors.languages = t.admin.badLanguage;
  prefixed(errors, 'shift', hoursErrors(f.shift, t));
  return errors;
}

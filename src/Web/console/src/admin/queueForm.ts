import {
  usualTarget,
  type ChannelWork,
  type OverflowRing,
  type Priority,
  type QueueProfile,
  type QueueTopic,
  type SkillLevel,
  type WeeklyHours,
} from '@grainline/client';

/** A number that may be missing while somebody types. */
export type Typed = number | null;

export interface RingForm extends Omit<OverflowRing, 'afterSeconds' | 'dropSkills'> {
  afterSeconds: Typed;
  dropSkills: string[];
}

/** A queue's profile as it is edited: nothing is null that has a usual value. */
export interface QueueForm {
  name: string;
  offerSeconds: Typed;
  targetSeconds: Typed;
  targetPercent: Typed;
  priority: Priority;
  matchLanguage: boolean;
  stickySeconds: Typed;
  required: SkillLevel[];
  preferred: SkillLevel[];
  topics: QueueTopic[];
  rings: RingForm[];
  channels: ChannelWork[];
  hours: WeeklyHours | null;
}

export function queueForm(p: QueueProfile): QueueForm {
  const target = p.target ?? usualTarget;
  return {
    name: p.name,
    offerSeconds: p.offerSeconds,
    targetSeconds: target.seconds,
    targetPercent: Math.round(target.share * 1000) / 10,
    priority: p.needs?.priority ?? 'normal',
    matchLanguage: p.needs?.matchLanguage ?? false,
    stickySeconds: p.needs?.stickySeconds ?? 0,
    required: p.needs?.required ?? [],
    preferred: p.needs?.preferred ?? [],
    topics: p.topics ?? [],
    rings: (p.rings ?? []).map((r) => ({ ...r, dropSkills: r.dropSkills ?? [] })),
    channels: p.channels ?? [],
    hours: p.hours,
  };
}

/** Only of a form without errors. What the form does not show stays as `before` has it. */
export function profileOf(f: QueueForm, before: QueueProfile): QueueProfile {
  return {
    ...before,
    name: f.name.trim(),
    offerSeconds: f.offerSeconds ?? before.offerSeconds,
    needs: {
      required: f.required,
      preferred: f.preferred,
      matchLanguage: f.matchLanguage,
      priority: f.priority,
      stickySeconds: f.stickySeconds ?? 0,
    },
    topics: f.topics.map((x) => ({ ...x, id: x.id.trim(), name: x.name.trim() })),
    rings: f.rings.map((r) => ({ ...r, afterSeconds: r.afterSeconds ?? 0, dropSkills: r.dropSkills.length > 0 ? r.dropSkills : null })),
    channels: f.channels,
    hours: f.hours,
    target: { seconds: f.targetSeconds ?? usualTarget.seconds, share: (f.targetPercent ?? usualTarget.share * 100) / 100 },
  };
}

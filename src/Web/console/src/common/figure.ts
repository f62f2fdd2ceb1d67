import type { Language } from '../i18n/language';
import type { Dictionary } from '../i18n/en';
import { span, timer } from './time';

const none = '—';

/** 0.816 is 82 %; nothing measured is a dash. */
export const percent = (share: number | null | undefined, language: Language): string =>
  share == null ? none : new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);

export const seconds = (s: number | null | undefined, t: Dictionary): string => (s == null ? none : span(s * 1000, t));

/** A measured length of time, fine enough to compare two of them. */
export const duration = (s: number | null | undefined, t: Dictionary): string =>
  s == null ? none : s < 100 ? t.time.s(Math.round(s * 10) / 10) : timer(s * 1000, t);

/** A score or weight: two digits are enough to compare. */
export const score = (n: number, language: Language): string => new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(n);

/** A policy that this console does not know is shown by its id. */
export const policyName = (id: string, t: Dictionary): string => t.policies.names[id] ?? id;

/** Shares of a whole, for counts; null when there is no whole. */
export const shareOf = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

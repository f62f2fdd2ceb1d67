import type { Language } from '../i18n/language';
import type { Dictionary } from '../i18n/en';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(language, options);
  formatters.set(key, known);
  return known;
}

export const clockTime = (at: string, language: Language) =>
  formatter(language, { hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(at));

/** The time of day for today, else the date. */
export const shortTime = (at: string, language: Language) =>
  dayKey(at) === dayKey(new Date().toISOString())
    ? clockTime(at, language)
    : formatter(language, { day: 'numeric', month: 'short' }).format(new Date(at));

export const fullTime = (at: string, language: Language) => formatter(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(at));

/** When something opens: the day where it is not today, and the time. */
export const opening = (at: string, language: Language) =>
  dayKey(at) === dayKey(new Date().toISOString())
    ? clockTime(at, language)
    : formatter(language, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hour12: false }).format(
        new Date(at),
      );

/** Local calendar day, for grouping. */
export function dayKey(at: string): string {
  const d = new Date(at);
  return `${d.getFullYear()}-${d.getMonth() + 1}-${d.getDate()}`;
}

export function dayLabel(at: string, now: number, language: Language, t: Dictionary): string {
  const key = dayKey(at);
  if (key === dayKey(new Date(now).toISOString())) return t.time.today;
  if (key === dayKey(new Date(now - 86_400_000).toISOString())) return t.time.yesterday;
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return formatter(language, { weekday: 'long', day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) }).format(new Date(at));
}

/** A running timer: 0:42, 12:05, 1:02:09, then days. */
export function timer(ms: number, t: Dictionary): string {
  const s = Math.max(0, Math.floor(ms / 1000));
  if (s >= 86_400) return t.time.d(Math.floor(s / 86_400));
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m] = [Math.floor(s / 3600), Math.floor((s % 3600) / 60)];
  return h > 0 ? `${h}:${two(m)}:${two(s % 60)}` : `${m}:${two(s % 60)}`;
}

/** A length of time in words, for estimates and screen readers. */
export function span(ms: number, t: Dictionary): string {
  const s = Math.max(0, Math.round(ms / 1000));
  if (s < 60) return t.time.s(s);
  if (s < 3600) return t.time.m(Math.round(s / 60));
  if (s < 86_400) return t.time.h(Math.floor(s / 3600), Math.round((s % 3600) / 60) % 60);
  return t.time.d(Math.floor(s / 86_400));
}

import type { DayInterval, WeeklyHours, Weekday } from '@grainline/client';
import type { Dictionary } from '../i18n/en';

export const weekdays: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const workdays = weekdays.slice(0, 5);

/** The wire has seconds, a time field has not. */
export const toField = (time: string): string => time.slice(0, 5);
export const fromField = (text: string): string => (text === '' ? '' : `${text}:00`.slice(0, 8));

export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zones that this browser knows, and the given one even if it does not. */
export function zones(current: string): string[] {
  const all = Intl.supportedValuesOf('timeZone');
  return all.includes(current) ? all : [current, ...all];
}

/** A start for somebody who has no hours yet: workdays from nine to six. */
export const usualHours = (timeZone = ownZone()): WeeklyHours => ({
  timeZone,
  week: workdays.map((day) => ({ day, from: '09:00:00', to: '18:00:00' })),
  exceptions: [],
});

export const dayOf = (h: WeeklyHours, day: Weekday): DayInterval[] => h.week.filter((i) => i.day === day).map(({ from, to }) => ({ from, to }));

/** The week with one day's intervals replaced; days stay in order. */
export function withDay(h: WeeklyHours, day: Weekday, intervals: readonly DayInterval[]): WeeklyHours {
  const week = weekdays.flatMap((d) => (d === day ? intervals : dayOf(h, d)).map((i) => ({ day: d, ...i })));
  return { ...h, week };
}

/** Every workday like this one. */
export const likeOnWorkdays = (h: WeeklyHours, day: Weekday): WeeklyHours => workdays.reduce((all, d) => withDay(all, d, dayOf(h, day)), h);

/** An interval that ends at or before its start runs into the next day; midnight is the end of this one. */
export const runsOver = (i: DayInterval): boolean => i.from !== '' && i.to !== '' && i.to !== '00:00:00' && i.to <= i.from;

function intervalErrors(intervals: readonly DayInterval[], path: string, t: Dictionary, into: Record<string, string>): void {
  const end = (i: DayInterval) => (i.to === '00:00:00' || runsOver(i) ? '24:00:00' : i.to);
  intervals.forEach((i, at) => {
    if (i.from === '' || i.to === '') into[`${path}.${at}`] = t.hours.missing;
    else if (intervals.some((o, other) => other < at && o.from < end(i) && i.from < end(o))) into[`${path}.${at}`] = t.hours.overlaps;
  });
}

export function hoursErrors(h: WeeklyHours | null, t: Dictionary): Record<string, string> {
  const errors: Record<string, string> = {};
  if (h === null) return errors;
  for (const day of weekdays) intervalErrors(dayOf(h, day), day, t, errors);
  h.exceptions.forEach((e, i) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(e.date)) errors[`exceptions.${i}.date`] = t.hours.missing;
    else if (h.exceptions.findIndex((o) => o.date === e.date) < i) errors[`exceptions.${i}.date`] = t.admin.twice;
    intervalErrors(e.open, `exceptions.${i}`, t, errors);
  });
  return errors;
}

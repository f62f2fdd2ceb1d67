import type { Line } from '../state';

export interface Group {
  key: string;
  kind: 'day' | 'event' | 'bubbles';
  lines: Line[];
}

const togetherMs = 5 * 60_000;

/** Days, grey lines and runs of one author's bubbles: what stands close in time stands close on the screen. */
export function groupsOf(lines: readonly Line[], showsEvent: (line: Line) => boolean): Group[] {
  const groups: Group[] = [];
  let day = '';
  for (const line of lines) {
    if (line.kind === 'event' && !showsEvent(line)) continue;
    const itsDay = new Date(line.at).toDateString();
    if (itsDay !== day) groups.push({ key: `day ${itsDay}`, kind: 'day', lines: [line] });
    day = itsDay;
    const run = groups.at(-1);
    const last = run?.lines.at(-1);
    if (line.kind === 'event') groups.push({ key: line.key, kind: 'event', lines: [line] });
    else if (run?.kind === 'bubbles' && last && last.mine === line.mine && last.authorName === line.authorName && Date.parse(line.at) - Date.parse(last.at) < togetherMs) run.lines.push(line);
    else if (run?.kind === 'bubbles' && last?.mine && line.mine) run.lines.push(line);
    else groups.push({ key: line.key, kind: 'bubbles', lines: [line] });
  }
  return groups;
}

export function dayName(at: string, locale: string, today: string, yesterday: string, now = new Date()): string {
  const date = new Date(at);
  const before = new Date(now);
  before.setDate(now.getDate() - 1);
  if (date.toDateString() === now.toDateString()) return today;
  if (date.toDateString() === before.toDateString()) return yesterday;
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', ...year }).format(date);
}

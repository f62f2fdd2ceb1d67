import type { LogEntry } from '@grainline/client';
import type { Dictionary } from '../i18n/en';

export function eventText(entry: Pick<LogEntry, 'text' | 'author' | 'about'>, t: Dictionary): string {
  const by = entry.author.kind === 'system' ? t.system : entry.author.name || t.system;
  const say = Object.hasOwn(t.events, entry.text) ? t.events[entry.text as keyof typeof t.events] : null;
  return say ? say(by, entry.about ?? '') : t.eventUnknown(entry.text);
}

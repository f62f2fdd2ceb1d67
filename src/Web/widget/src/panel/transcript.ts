import type { Line } from './state';
import type { Texts } from './texts';

/** The conversation as plain text, one entry a line: `2026-01-31 14:05 Amy: text`. */
export function transcriptOf(lines: readonly Line[], t: Texts, locale: string, site: string): string {
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' });
  const body = lines.flatMap((line) => {
    const text = line.kind === 'event' ? eventText(line, t) : `${line.mine ? t.you : line.authorName}: ${[line.text, ...(line.files ?? []).map((file) => `[${file.name}]`)].filter((part) => part !== '').join(' ')}`;
    return text === null ? [] : [`[${when.format(new Date(line.at))}] ${text}`];
  });
  return [`${t.transcript} · ${site}`, '', ...body, ''].join('\n');
}

export function eventText(line: Line, t: Texts): string | null {
  const say = t.events[line.text as keyof Texts['events']];
  return say ? say(line.authorName, line.about ?? line.authorName) : null;
}

export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

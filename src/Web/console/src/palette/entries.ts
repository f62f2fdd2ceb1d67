import type { Dictionary } from '../i18n/en';

export interface PaletteEntry {
  key: string;
  group: 'conversations' | 'actions';
  label: string;
  detail?: string;
  shortcut?: string;
  run(): void;
}

/** Entries whose words all occur; those whose label begins with the text come first, otherwise the order stays. */
export function find(entries: readonly PaletteEntry[], text: string): PaletteEntry[] {
  const query = text.trim().toLowerCase();
  if (query === '') return [...entries];
  const words = query.split(/\s+/);
  const hits = entries.filter((e) => words.every((w) => `${e.label} ${e.detail ?? ''}`.toLowerCase().includes(w)));
  const begins = (e: PaletteEntry) => e.label.toLowerCase().startsWith(query);
  return [...hits.filter(begins), ...hits.filter((e) => !begins(e))];
}

export const groupLabel = (group: PaletteEntry['group'], t: Dictionary): string => t.palette[group];

import { create } from 'zustand';
import { local } from '../common/stored';
import { en, type Dictionary } from './en';
import { zh } from './zh';

export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

const key = 'grainline.language';
export const dictionaries: Record<Language, Dictionary> = { en, 'zh-CN': zh };

/** The stored choice, else the browser's first language that we speak. */
export function firstLanguage(stored: string | null, wanted: readonly string[]): Language {
  if (languages.includes(stored as Language)) return stored as Language;
  for (const tag of wanted) {
    if (tag.toLowerCase().startsWith('zh')) return 'zh-CN';
    if (tag.toLowerCase().startsWith('en')) return 'en';
  }
  return 'en';
}

export const useLanguage = create<{ language: Language; set: (language: Language) => void }>((set) => ({
  language: firstLanguage(local.getItem(key), navigator.languages),
  set: (language) => {
    local.setItem(key, language);
    set({ language });
  },
}));

export const useT = (): Dictionary => dictionaries[useLanguage((s) => s.language)];

export const currentT = (): Dictionary => dictionaries[useLanguage.getState().language];

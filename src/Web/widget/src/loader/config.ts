import { isColour } from '../shared/accent';
import type { WidgetConfig } from '../shared/contract';

/** Reads the script tag: data-site, and if wanted data-lang, data-accent (#rrggbb), data-topics (separated by |), data-form, data-base. */
export function readConfig(script: HTMLScriptElement): WidgetConfig {
  const { site = '', lang, accent, topics, form, base } = script.dataset;
  return {
    site,
    baseUrl: (base ?? new URL(script.src, location.href).origin).replace(/\/$/, ''),
    lang: languageOf(lang ?? (document.documentElement.lang || navigator.language)),
    accent: isColour(accent) ? accent : '#4250e8',
    topics: (topics ?? '').split('|').map((t) => t.trim()).filter((t) => t !== '').slice(0, 4),
    form: form?.trim() || null,
  };
}

export const languageOf = (tag: string): 'en' | 'zh' => (/^zh\b/i.test(tag) ? 'zh' : 'en');

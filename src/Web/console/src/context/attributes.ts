const pageKeys = ['page', 'url', 'currentPage', 'pageUrl'];

/** Splits off the page that the visitor is on, if the site tells it as a web address. */
export function pageOf(attributes: Record<string, string>): { page: string | null; rest: [string, string][] } {
  const key = pageKeys.find((k) => isWeb(attributes[k]));
  return {
    page: key ? (attributes[key] ?? null) : null,
    rest: Object.entries(attributes)
      .filter(([k]) => k !== key)
      .sort(([a], [b]) => a.localeCompare(b)),
  };
}

/** Only web addresses become links: the site, and so perhaps the visitor, chose the text. */
function isWeb(value: string | undefined): boolean {
  return value !== undefined && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

export function languageName(tag: string, display: string): string {
  try {
    return new Intl.DisplayNames([display], { type: 'language' }).of(tag) ?? tag;
  } catch (error) {
    // A visitor's browser may send anything as a language.
    if (error instanceof RangeError) return tag;
    throw error;
  }
}

const tag = /^[\p{L}\p{N}_-]{1,40}$/u;

/** The tags in a text, in lower case and each once; `bad` are those that could be none. */
export function tagsIn(text: string): { good: string[]; bad: string[] } {
  const all = [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,，、;；]+/)
        .filter(Boolean),
    ),
  ];
  return { good: all.filter((x) => tag.test(x)), bad: all.filter((x) => !tag.test(x)) };
}

/** The first `length` UTF-16 units of a text, less one if that would cut a character in two: the server refuses halves. */
export function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

/** Without control characters, which the server refuses; they come with pasted text. Tabs and line ends stay. */
export function clean(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '');
}

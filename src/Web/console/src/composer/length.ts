/** Characters of one message, after line ends are normalised: the server's limit. */
export const textLimit = 8_000;

export const trimForPost = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** How much of the limit is used; shown only once it matters. */
export function lengthState(text: string): { used: number; over: number; near: boolean } {
  const used = trimForPost(text).length;
  return { used, over: Math.max(0, used - textLimit), near: used > textLimit - 500 };
}

/** First letters: of the first and last word, or one Chinese character. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter((w) => w !== '');
  if (words.length === 0) return '?';
  const first = [...words[0]!][0]!;
  if (/\p{Script=Han}/u.test(first) || words.length === 1) return first.toUpperCase();
  return (first + [...words.at(-1)!][0]!).toUpperCase();
}

/** A calm colour that stays with the name; all are dark enough for white text. */
const tone = (name: string): number => [...name].reduce((sum, c) => (sum * 31 + c.codePointAt(0)!) % 997, 7) % 5;

export function Avatar({ name, size = 'm', dot, brand }: { name: string; size?: 's' | 'm'; dot?: boolean; brand?: boolean }) {
  return <span class={`avatar ${size} ${brand ? 'brandtone' : `tone${tone(name)}`}`} aria-hidden="true">{initials(name)}{dot && <i class="dot" />}</span>;
}

import { excerptMarks } from '@grainline/client';

export interface ExcerptPart {
  text: string;
  match: boolean;
}

/** An excerpt's plain and matching parts. Marks without a partner are left out, never shown. */
export function excerptParts(excerpt: string): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  for (const [i, piece] of excerpt.split(excerptMarks.from).entries()) {
    const [inside = '', ...after] = piece.split(excerptMarks.to);
    if (i === 0) parts.push({ text: piece.replaceAll(excerptMarks.to, ''), match: false });
    else if (after.length === 0) parts.push({ text: inside, match: false });
    else parts.push({ text: inside, match: true }, { text: after.join(''), match: false });
  }
  return parts.filter((p) => p.text !== '');
}

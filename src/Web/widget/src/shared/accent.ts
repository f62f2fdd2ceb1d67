const luminance = (hex: string): number => {
  const channel = (at: number) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
};

export const contrast = (a: string, b: string): number => {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
};

/** Mixes towards black. */
export const darker = (hex: string, by: number): string =>
  '#' + [1, 3, 5].map((at) => Math.round(parseInt(hex.slice(at, at + 2), 16) * (1 - by)).toString(16).padStart(2, '0')).join('');

export const isColour = (text: string | undefined): text is string => /^#[0-9a-f]{6}$/i.test(text ?? '');

/** What may be written on the accent, and the accent dark enough (4.5:1) to be written on white. */
export function accentPair(accent: string): { on: string; text: string } {
  let text = accent;
  for (let i = 0; i < 20 && contrast(text, '#ffffff') < 4.5; i++) text = darker(text, 0.08);
  return { on: contrast(accent, '#ffffff') >= 4.5 ? '#ffffff' : '#14161a', text };
}

const hues = [168, 205, 28, 262, 340, 120, 48, 228];

/** The same person always has the same colour; the lightness keeps the initials at 4.5:1 in both schemes. */
export function Avatar({ name, size = 36 }: { name: string; size?: number }) {
  let hash = 0;
  for (const c of name) hash = (hash * 31 + c.charCodeAt(0)) >>> 0;
  const hue = hues[hash % hues.length] ?? 168;
  const style = { width: size, height: size, fontSize: Math.max(10, size * 0.38), background: `hsl(${hue} 42% 90%)`, color: `hsl(${hue} 55% 24%)` };
  return (
    <span className="avatar" style={style} aria-hidden="true">
      {size < 24 ? [...initials(name)].slice(-1) : initials(name)}
    </span>
  );
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0];
  if (!first) return '?';
  // A Chinese name is known by its last two characters.
  if (/\p{Script=Han}/u.test(first)) return [...first].slice(-2).join('');
  const last = words.length > 1 ? (words[words.length - 1] ?? '') : '';
  return ([...first][0] ?? '').toUpperCase() + ([...last][0] ?? '').toUpperCase();
}

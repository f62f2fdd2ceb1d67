const two = (n: number) => String(n).padStart(2, '0');

/** An instant as a `datetime-local` input writes it; empty for none. */
export function toLocal(at: string): string {
  const d = new Date(at);
  if (Number.isNaN(d.getTime())) return '';
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}T${two(d.getHours())}:${two(d.getMinutes())}:${two(d.getSeconds())}`;
}

/** What such an input says, as an instant; null for nothing. */
export function fromLocal(text: string): string | null {
  const d = new Date(text);
  return text === '' || Number.isNaN(d.getTime()) ? null : d.toISOString();
}

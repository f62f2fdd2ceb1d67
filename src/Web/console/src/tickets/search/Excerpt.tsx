import { excerptParts } from './excerpt';

/** Words around a match, the match marked. Never HTML. */
export function Excerpt({ text }: { text: string }) {
  return (
    <span className="excerpt">{excerptParts(text).map((p, i) => (p.match ? <mark key={i}>{p.text}</mark> : <span key={i}>{p.text}</span>))}</span>
  );
}

import type { SpanFigures } from '@grainline/client';
import { seconds } from '../common/figure';
import { useT } from '../i18n/language';

/** How far off the estimates were that visitors were told, and to which side. */
export function EtaError({ figures: f }: { figures: SpanFigures }) {
  const t = useT();
  if (f.etaSamples === 0 || f.etaErrorSeconds === null) return <>—</>;
  const bias = f.etaBiasSeconds ?? 0;
  // Within a tenth of the error itself there is no side to speak of.
  const side = Math.abs(bias) <= f.etaErrorSeconds / 10 ? t.wall.etaEven : bias > 0 ? t.wall.etaEarly : t.wall.etaLate;
  return (
    <span className="cell-stack num" title={t.wall.etaSamples(f.etaSamples)}>
      <span>± {seconds(f.etaErrorSeconds, t)}</span>
      <small className="muted">{side}</small>
    </span>
  );
}

import type { Estimate } from '@grainline/client';

interface Props {
  baseline: Estimate;
  candidate: Estimate;
  scale: number;
}

/** Two bars with their confidence intervals; the numbers beside them say the same. */
export function Bars({ baseline, candidate, scale }: Props) {
  const x = (v: number) => Math.max(0, Math.min(1, v / scale)) * 200;
  const bar = (e: Estimate, y: number, kind: string) => (
    <g className={`bar-${kind}`}>
      <rect y={y} width={x(e.mean)} height="9" rx="2" />
      <path d={`M${x(e.low)} ${y + 4.5}H${x(e.high)}M${x(e.low)} ${y + 1.5}v6M${x(e.high)} ${y + 1.5}v6`} />
    </g>
  );
  return (
    <svg className="bars" viewBox="0 0 202 28" preserveAspectRatio="none" aria-hidden="true">
      {bar(baseline, 2, 'baseline')}
      {bar(candidate, 16, 'candidate')}
    </svg>
  );
}

import type { ReplayFigure } from '@grainline/client';

interface Props {
  recorded: ReplayFigure;
  proposed: ReplayFigure;
  scale: number;
}

/** Two bars with their confidence intervals; the numbers beside them say the same. */
export function Bars({ recorded, proposed, scale }: Props) {
  const x = (v: number) => Math.max(0, Math.min(1, v / scale)) * 200;
  const bar = ({ value, low, high }: ReplayFigure, y: number, kind: string) => (
    <g className={`bar-${kind}`}>
      <rect y={y} width={x(value)} height="9" rx="2" />
      {low !== null && high !== null && <path d={`M${x(low)} ${y + 4.5}H${x(high)}M${x(low)} ${y + 1.5}v6M${x(high)} ${y + 1.5}v6`} />}
    </g>
  );
  return (
    <svg className="bars" viewBox="0 0 202 28" preserveAspectRatio="none" aria-hidden="true">
      {bar(recorded, 2, 'baseline')}
      {bar(proposed, 16, 'candidate')}
    </svg>
  );
}

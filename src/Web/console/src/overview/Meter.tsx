/** A share as a small bar with the mark it should reach; the number beside it says the same in words. */
export function Meter({ share, target, text }: { share: number | null; target?: number; text: string }) {
  const x = (v: number) => Math.max(0, Math.min(1, v)) * 56;
  return (
    <span className="meter num" data-under={share !== null && target !== undefined && share < target}>
      <svg width="56" height="10" viewBox="0 0 56 10" aria-hidden="true">
        <rect className="meter-ground" y="3" width="56" height="4" rx="2" />
        {share !== null && <rect className="meter-value" y="3" width={x(share)} height="4" rx="2" />}
        {target !== undefined && <rect className="meter-target" x={x(target) - 0.75} width="1.5" height="10" />}
      </svg>
      {text}
    </span>
  );
}

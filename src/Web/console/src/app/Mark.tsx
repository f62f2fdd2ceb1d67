/** The product's sign: three lines of grain. */
export function Mark({ size = 28 }: { size?: number }) {
  const line = (y: number, opacity: number) => <path d={`M7 ${y}c4-3 7-3 9.500 0s5.500 3 8.500 0`} opacity={opacity} />;
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" className="mark-ground" />
      <g fill="none" stroke="#fff" strokeWidth="2.4" strokeLinecap="round">
        {line(11.5, 1)}
        {line(17, 0.78)}
        {line(22.5, 0.5)}
      </g>
    </svg>
  );
}

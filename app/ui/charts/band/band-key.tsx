/** The colours at both sides of a point of the range, as on the bar. */
const SIDES = [
  { left: 'fill-oxide-pale', right: 'fill-green-pale' },
  { left: 'fill-green-pale', right: 'fill-green-mid' },
  { left: 'fill-green-mid', right: 'fill-ochre-pale' },
] as const;

/**
 * Long values do not fit side by side under a narrow bar: they become lines, each with the piece of bar that
 * it is about.
 */
export function BandKey({ points }: { points: readonly { label: string; value: string }[] }) {
  return (
    <ul className="mt-1 space-y-1" aria-hidden="true">
      {points.map((point, index) => (
        <li key={point.label} className="flex items-center gap-2 text-sm">
          <svg width="22" height="10" className="shrink-0 overflow-hidden rounded-sm">
            <rect width="11" height="10" className={SIDES[index]?.left} />
            <rect x="11" width="11" height="10" className={SIDES[index]?.right} />
            <line x1="11" x2="11" y2="10" className="stroke-green-deep" strokeWidth="1.5" />
          </svg>
          <span className="text-soft">{point.label}</span>
          <span className="ml-auto font-semibold whitespace-nowrap">{point.value}</span>
        </li>
      ))}
    </ul>
  );
}

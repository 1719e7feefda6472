import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { pathNumber, plotNumber } from '#app/ui/charts/plot-number';
import { FILL, STROKE, type InkTone } from '#app/ui/tones';

export interface SparklineProps {
  /** Oldest first. Null leaves a gap. */
  values: readonly (string | number | null)[];
  /** What it shows in words: "Up 12% in twelve months". */
  label: string;
  tone?: InkTone;
  width?: number;
  height?: number;
}

export function Sparkline({ values, label, tone = 'green', width = 112, height = 32 }: SparklineProps) {
  const numbers = values.map(plotNumber);
  const known = numbers.filter((value) => value !== null);
  const x = scaleLinear([0, Math.max(1, numbers.length - 1)], [2, width - 5]);
  const y = scaleLinear([Math.min(...known), Math.max(...known)], [height - 4, 4]);
  const path = line<number | null>()
    .digits(1)
    .defined((value) => value !== null)
    .x((_, index) => x(index))
    .y((value) => y(value ?? 0));
  const lastIndex = numbers.findLastIndex((value) => value !== null);
  const last = numbers[lastIndex];
  return (
    <svg role="img" aria-label={label} width={width} height={height} className="plot max-w-full">
      <path d={path(numbers) ?? undefined} className={`plot-line ${STROKE[tone]}`} strokeWidth={2} />
      {last === null || last === undefined ? null : (
        <circle cx={pathNumber(x(lastIndex))} cy={pathNumber(y(last))} r={3} className={FILL[tone]} />
      )}
    </svg>
  );
}

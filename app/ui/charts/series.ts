import type { InkTone } from '#app/ui/tones';

export interface SeriesPoint {
  /** ISO month or day, "2026-05" or "2026-05-31". */
  x: string;
  /** x as the reader writes it, for the axis and the table. */
  label: string;
  /** Decimal text; null leaves a gap in the line. */
  value: string | number | null;
  /** The value as the reader writes it, for the table. */
  text: string;
}

export interface Series {
  key: string;
  label: string;
  points: readonly SeriesPoint[];
  tone?: InkTone;
  /** Dashed lines are for what is compared with. */
  dashed?: boolean;
  /** Tints the ground under the line. */
  area?: boolean;
}

/** Up to `most` indexes spread evenly from the first to the last of `count` points. */
export function spreadIndexes(count: number, most: number): number[] {
  if (count <= 0) return [];
  if (count === 1 || most <= 1) return [count - 1];
  const steps = Math.min(count, most) - 1;
  return Array.from({ length: steps + 1 }, (_, step) => Math.round((step * (count - 1)) / steps));
}

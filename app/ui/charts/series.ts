import type { InkTone } from '#app/ui/tones';

export interface SeriesPoint {
  /** ISO month or day, "2026-05" or "2026-05-31". */
  x: string;
  /** x as the reader writes it, for the axis and the table. */
  label: string;
  /** Decimal text. Null leaves a gap in the line. */
  value: string | number | null;
  /** The value as the reader writes it, for the table. */
  text: string;
  /** The point is marked, for this reason: said in the table too. */
  mark?: string | undefined;
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

/**
 * Indexes of about `most` of `count` points at even distances, the last one always among them. Distances of a
 * year or more are whole years of monthly points.
 */
export function tickIndexes(count: number, most: number): number[] {
  if (count <= 0) return [];
  const even = Math.max(1, Math.floor((count - 1) / Math.max(1, most - 1)));
  const step = even < 12 ? even : Math.round(even / 12) * 12;
  const indexes: number[] = [];
  for (let index = count - 1; index >= 0; index -= step) indexes.unshift(index);
  return indexes;
}

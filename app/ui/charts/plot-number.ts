/**
 * A decimal string as a number for the place of a point in a drawing: a pixel is coarser than any rounding
 * here. Written figures never come from it. A text that is no number gives null: the point is left out.
 */
export function plotNumber(value: string | number | null | undefined): number | null {
  if (value === null || value === undefined || value === '') return null;
  const number = typeof value === 'number' ? value : Number(value);
  return Number.isFinite(number) ? number : null;
}

/** An ISO day or month ("2026-05") on a scale of days. */
export function plotTime(iso: string): number {
  return Date.parse(iso.length === 7 ? `${iso}-01` : iso) / 86_400_000;
}

/** One decimal is enough for a path, and keeps the page small. */
export function pathNumber(value: number): string {
  return String(Math.round(value * 10) / 10);
}

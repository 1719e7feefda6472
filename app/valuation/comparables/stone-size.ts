import { Decimal } from '#app/money/decimal';

/** Stones of one class sell at like prices per carat; upper ends in carats. */
const CLASSES = [
  ['0.5', 'under-0.5-ct'],
  ['1', '0.5-1-ct'],
  ['2', '1-2-ct'],
  ['5', '2-5-ct'],
] as const;

/** The size class of a lot by its average stone; what is not counted in carats, or was not weighed, has none. */
export function sizeClass(stoneCt: string | undefined): string {
  if (stoneCt === undefined) return 'unsized';
  return CLASSES.find(([end]) => new Decimal(stoneCt).lessThan(end))?.[1] ?? '5-ct-up';
}

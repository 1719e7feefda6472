import { Decimal } from '#app/money/decimal';

/**
 * What a bar is stamped with: one decimal of its fineness, cut off as assay offices do, so that it never
 * promises more than there is.
 */
export function stampOf(grade: { value: string; unit: string } | undefined): string | undefined {
  return grade?.unit === 'permil'
    ? new Decimal(grade.value).toDecimalPlaces(1, Decimal.ROUND_DOWN).toFixed()
    : undefined;
}

import { Decimal as Base } from 'decimal.js';

/**
 * The one decimal constructor of the product: 80 significant digits, half-even, never exponent notation.
 * A private clone, so that no other package's `Decimal.set` can change our precision.
 */
export const Decimal = Base.clone({
  precision: 80,
  rounding: Base.ROUND_HALF_EVEN,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});
export type Decimal = Base;

/** `12.50` → `12.5`, `1E3` → `1000`: the shortest plain notation of the same number. */
export function plain(value: Decimal | string): string {
  return new Decimal(value).toFixed();
}

/** At most `digits` significant digits, half-even, plain notation: for showing a number that does not end. */
export function shortened(value: Decimal, digits: number): string {
  return value.toSignificantDigits(digits, Base.ROUND_HALF_EVEN).toFixed();
}

/** Rounds half-even to `places` decimals and keeps the trailing zeros: `2.5`, 2 → `2.50`. */
export function fixed(value: Decimal, places: number): string {
  return value.toFixed(places, Base.ROUND_HALF_EVEN);
}

/** Number of decimals of a plain decimal string once its trailing zeros are gone: `2180.40` → 1. */
export function decimalPlaces(value: string): number {
  return new Decimal(value).decimalPlaces();
}

/** `part ÷ whole` in percent. Null where the whole is nothing. */
export function sharePct(part: string, whole: string): string | null {
  const divisor = new Decimal(whole);
  return divisor.isZero() ? null : plain(new Decimal(part).times(100).div(divisor));
}

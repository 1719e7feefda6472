import { Exact } from '#app/money/exact';
import type { QuantityInput } from './valuation.schema';

const HUNDRED = Exact.of('100');

type Losses = Pick<QuantityInput, 'moisturePct' | 'franchisePct'>;

/** What is lost to moisture and franchise, in percent, where there is any. */
export function lossesOf({ moisturePct, franchisePct }: Losses): string[] {
  return [moisturePct, franchisePct].filter((pct) => pct !== '0');
}

/** quantity × (1 − moisture) × (1 − franchise), in the quantity's own unit. */
export function dryQuantity({ value, moisturePct, franchisePct }: { value: string } & Losses): Exact {
  return without(without(Exact.of(value), moisturePct), franchisePct);
}

function without(quantity: Exact, pct: string): Exact {
  return pct === '0' ? quantity : quantity.times(HUNDRED.minus(Exact.of(pct)).hundredth());
}

/** What is left of a weight without its moisture, in the same unit; null where none is named. */
export function driedValue(value: string, moisturePct: string | undefined): string | null {
  if (moisturePct === undefined || Exact.of(moisturePct).equals(Exact.ZERO)) return null;
  return dryQuantity({ value, moisturePct, franchisePct: '0' }).toDecimal().toFixed();
}

import { Decimal } from '#app/money/decimal';
import type { QuantityInput } from './input/valuation.schema';

const HUNDRED = new Decimal(100);
const HUNDREDTH = new Decimal('0.01');

type Losses = Pick<QuantityInput, 'moisturePct' | 'franchisePct'>;

/** What is lost to moisture and franchise, in percent, where there is any. */
export function lossesOf({ moisturePct, franchisePct }: Losses): string[] {
  return [moisturePct, franchisePct].filter((pct) => pct !== '0');
}

/** quantity × (1 − moisture) × (1 − franchise), in the quantity's own unit. */
export function dryQuantity(quantity: { value: string } & Losses): Decimal {
  return lossesOf(quantity).reduce(
    (rest, pct) => rest.times(HUNDRED.minus(pct)).times(HUNDREDTH),
    new Decimal(quantity.value),
  );
}

/** What is left of a weight without its moisture, in the same unit; null where none is named. */
export function driedValue(value: string, moisturePct: string | undefined): string | null {
  if (moisturePct === undefined || new Decimal(moisturePct).isZero()) return null;
  return dryQuantity({ value, moisturePct, franchisePct: '0' }).toFixed();
}

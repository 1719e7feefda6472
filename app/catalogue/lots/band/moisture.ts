import { Decimal } from '#app/money/decimal';
import { dryQuantity } from '#app/pricing/valuation/dry-quantity';

/** Facts of a lot as far as they are known to whoever asks. */
export type Moist = { quantity: string; facts?: Record<string, string> };

export function isMoist({ facts }: Pick<Moist, 'facts'>): boolean {
  const pct = facts?.['moisturePct'];
  return pct !== undefined && !new Decimal(pct).isZero();
}

/** What is left of a weight without its moisture; null where none is named. */
export function withoutMoisture(lot: Moist): string | null {
  const pct = lot.facts?.['moisturePct'];
  if (pct === undefined || !isMoist(lot)) return null;
  return dryQuantity({ value: lot.quantity, moisturePct: pct, franchisePct: '0' }).toFixed();
}

import { Decimal } from '#app/money/decimal';
import { driedValue } from '#app/valuation/formula/dry-quantity';

/** Facts of a lot as far as they are known to whoever asks. */
export type Moist = { quantity: string; facts?: Record<string, string> };

export function isMoist({ facts }: Pick<Moist, 'facts'>): boolean {
  const pct = facts?.['moisturePct'];
  return pct !== undefined && !new Decimal(pct).isZero();
}

/** What is left of a weight without its moisture. Null where none is named. */
export function withoutMoisture(lot: Moist): string | null {
  return driedValue(lot.quantity, lot.facts?.['moisturePct']);
}

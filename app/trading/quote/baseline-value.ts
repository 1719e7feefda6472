import { Decimal } from '#app/money/decimal';
import { asCurrency } from '#app/money/currency';
import { money, portionBps, roundToMinor } from '#app/money/money';
import { conversionFactor, isQuantityUnit } from '#app/money/units';

export type BaselineTerms = {
  referenceBps: number | null;
  perUnit: string | null;
  currency: string | null;
  unit: string | null;
};

/**
 * What the local trader would have paid: a share of the reference value, or money per unit in the price's own
 * currency. Null where the baseline cannot be applied (no reference, another currency, a unit that measures
 * something else): an uplift is then not shown, never guessed.
 */
export function baselineValue(
  terms: BaselineTerms | null,
  {
    quantity,
    unit,
    currency,
    referenceMinor,
  }: { quantity: string; unit: string; currency: string; referenceMinor: bigint | null },
): bigint | null {
  if (!terms) return null;
  if (terms.referenceBps !== null) {
    return referenceMinor === null
      ? null
      : portionBps(money(referenceMinor, asCurrency(currency)), terms.referenceBps).minor;
  }
  if (terms.perUnit === null || terms.currency !== currency || terms.unit === null) return null;
  if (!isQuantityUnit(unit) || !isQuantityUnit(terms.unit)) return null;
  const factor = conversionFactor(unit, terms.unit);
  return factor && roundToMinor(new Decimal(quantity).times(factor).times(terms.perUnit), asCurrency(currency));
}

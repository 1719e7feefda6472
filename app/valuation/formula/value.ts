import { ok, type Result } from '#app/platform/result';
import { dryQuantity } from './dry-quantity';
import type { ValuationInput } from './valuation.schema';
import type { KnownPrices } from '#app/prices/series/known-prices';
import { Valuation } from './valuation';
import type { Basis, Part, ValuationRefusal } from './valuation-parts';
import { valueCharge, valuePenalty, valuePremium } from './value-adjustments';
import { valuePayable } from './value-payable';
import type { ValuationStep } from './valuation-steps';

export const VALUATION_FORMULA = 'valuation/1';

/**
 * total = dry mass × (Σ payable grade × net price − charges per mass − penalties) + premiums − charges per lot
 *
 * written as a sum of parts, so that every line can be redone by hand. Exact, and rounded once at the end, half-even,
 * to the currency's minor unit. Refuses when a price is not among the known ones or in a currency with no known rate. `before` are lines that
 * the working begins with, where a price was made of something itself.
 */
export function value(
  input: ValuationInput,
  known: KnownPrices,
  before?: () => ValuationStep[],
): Result<Valuation, ValuationRefusal> {
  const { currency, quantity } = input;
  const basis: Basis = { unit: quantity.unit, dry: dryQuantity(quantity), currency, known };
  const parts: Part[] = [];
  const refused =
    addParts(parts, input.payables, (payable) => valuePayable(payable, basis)) ??
    addParts(parts, input.charges, (charge) => valueCharge(charge, basis)) ??
    addParts(parts, input.penalties, (penalty) => valuePenalty(penalty, basis)) ??
    addParts(parts, input.premiums, (premium) => valuePremium(premium, input.payables, basis));
  return refused ?? ok(new Valuation({ quantity, basis, parts, before }));
}

type Valued = Result<Part, ValuationRefusal>;

/** Adds what each item comes to; answers the first that is refused. */
function addParts<Item>(parts: Part[], items: readonly Item[], valueOf: (item: Item) => Valued) {
  for (const item of items) {
    const part = valueOf(item);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  return null;
}

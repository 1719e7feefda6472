import type { Currency } from '#app/money/currency';
import { Decimal } from '#app/money/decimal';
import { GRAMS, isMassUnit, type QuantityUnit } from '#app/money/units';
import { ok, refuse, type Result } from '#app/platform/result';
import { findRate, type FxReference, type KnownPrices, type ReferencePrice } from './known-prices';
import { fxSource, shown, stepValue, type ValuationStep } from './valuation-steps';
import type { QuantityInput } from './input/valuation.schema';

export type ValuationRefusal = 'price-missing' | 'fx-missing' | 'unit-mismatch';

/**
 * One part of the sum: what it adds (negative: takes away), its working and what it used. The working is written only when someone reads
 * it, from the very decimals that made the amount: there is no second sum that could differ.
 */
export type Part = {
  amount: Decimal;
  steps: () => ValuationStep[];
  references: ReferencePrice[];
  rates: FxReference[];
};

/** What every part is reckoned with. `dry` is in the quantity's own unit. */
export type Basis = { unit: QuantityInput['unit']; dry: Decimal; currency: Currency; known: KnownPrices };

/** A price in the valuation's currency, with the line that shows its conversion if there was one. */
type OwnPrice = { value: Decimal; steps: () => ValuationStep[]; rates: FxReference[] };

export const NO_STEPS = (): ValuationStep[] => [];

/** Converts at a known rate in either direction, or refuses: no rate is ever assumed. */
export function inOwnCurrency(
  price: { value: Decimal | string; currency: Currency; per: string },
  basis: Basis,
  subject: string,
): Result<OwnPrice, ValuationRefusal> {
  const value = new Decimal(price.value);
  if (price.currency === basis.currency) return ok({ value, steps: NO_STEPS, rates: [] });
  const rate = findRate(basis.known.rates, price.currency, basis.currency);
  if (!rate) {
    return refuse('fx-missing', 'pricing:refusal.fxMissing', {
      params: { from: price.currency, to: basis.currency },
    });
  }
  const forward = rate.base === price.currency;
  const converted = forward ? value.times(rate.rate) : value.div(rate.rate);
  const step = (): ValuationStep => ({
    kind: 'converted-price',
    subject,
    label: `${subject} in ${basis.currency}`,
    expression: `${shown(value)} ${price.currency}/${price.per} ${forward ? '×' : '÷'} ${rate.rate} ${rate.quote}/${rate.base}`,
    value: stepValue(converted),
    unit: `${basis.currency}/${price.per}`,
    source: fxSource(rate),
    rate,
  });
  return ok({ value: converted, steps: () => [step()], rates: [rate] });
}

/** A quantity turned from one unit into another; `conversionText` writes how. */
export function inUnit(value: Decimal, from: QuantityUnit, to: QuantityUnit): Decimal {
  if (from === to) return value;
  if (!isMassUnit(from) || !isMassUnit(to)) throw new RangeError(`${from} does not measure what ${to} measures`);
  return value.times(GRAMS[from]).div(GRAMS[to]);
}

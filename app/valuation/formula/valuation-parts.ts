import type { Currency } from '#app/money/currency';
import { Exact } from '#app/money/exact';
import { EXACT_GRAMS, isMassUnit, type QuantityUnit } from '#app/money/units';
import { ok, refuse, type Result } from '#app/platform/result';
import { findRate, type FxReference, type KnownPrices, type ReferencePrice } from '#app/prices/series/known-prices';
import { fxSource, shown, stepValue, type ValuationStep } from './valuation-steps';
import type { QuantityInput } from './valuation.schema';

export type ValuationRefusal = 'price-missing' | 'fx-missing' | 'unit-mismatch';

/**
 * One part of the sum: what it adds (negative: takes away), its working and what it used. The working is written only when someone reads
 * it, from the very numbers that made the amount: there is no second sum that could differ.
 */
export type Part = {
  amount: Exact;
  steps: () => ValuationStep[];
  references: ReferencePrice[];
  rates: FxReference[];
};

/** What every part is reckoned with. `dry` is in the quantity's own unit. */
export type Basis = { unit: QuantityInput['unit']; dry: Exact; currency: Currency; known: KnownPrices };

/** A price in the valuation's currency, with the line that shows its conversion if there was one. */
type OwnPrice = { value: Exact; steps: () => ValuationStep[]; rates: FxReference[] };

export const NO_STEPS = (): ValuationStep[] => [];

/** Converts at a known rate in either direction, or refuses: no rate is ever assumed. */
export function inOwnCurrency(
  price: { value: Exact | string; currency: Currency; per: string },
  basis: Basis,
  subject: string,
): Result<OwnPrice, ValuationRefusal> {
  const value = typeof price.value === 'string' ? Exact.of(price.value) : price.value;
  if (price.currency === basis.currency) return ok({ value, steps: NO_STEPS, rates: [] });
  const rate = findRate(basis.known.rates, price.currency, basis.currency);
  if (!rate) {
    return refuse('fx-missing', 'pricing:refusal.fxMissing', {
      params: { from: price.currency, to: basis.currency },
    });
  }
  const forward = rate.base === price.currency;
  const factor = Exact.of(rate.rate);
  const converted = forward ? value.times(factor) : value.over(factor);
  return ok({
    value: converted,
    steps() {
      return [convertedStep({ subject, per: price.per, to: basis.currency }, { value, converted, rate, forward })];
    },
    rates: [rate],
  });
}

function convertedStep(
  { subject, per, to }: { subject: string; per: string; to: Currency },
  { value, converted, rate, forward }: { value: Exact; converted: Exact; rate: FxReference; forward: boolean },
): ValuationStep {
  const from = forward ? rate.base : rate.quote;
  return {
    kind: 'converted-price',
    subject,
    label: `${subject} in ${to}`,
    expression: `${shown(value)} ${from}/${per} ${forward ? '×' : '÷'} ${rate.rate} ${rate.quote}/${rate.base}`,
    value: stepValue(converted),
    unit: `${to}/${per}`,
    source: fxSource(rate),
    rate,
  };
}

/** A quantity turned from one unit into another; `conversionText` writes how. */
export function inUnit(value: Exact, from: QuantityUnit, to: QuantityUnit): Exact {
  if (from === to) return value;
  if (!isMassUnit(from) || !isMassUnit(to)) throw new RangeError(`${from} does not measure what ${to} measures`);
  return value.times(EXACT_GRAMS[from]).over(EXACT_GRAMS[to]);
}

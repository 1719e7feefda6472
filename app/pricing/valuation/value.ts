import { Decimal } from '#app/money/decimal';
import { moneyFromDecimal, toAmount, type Money } from '#app/money/money';
import { ok, type Result } from '#app/platform/result';
import type { FxReference, KnownPrices, ReferencePrice } from './known-prices';
import type { QuantityInput, ValuationInput } from './input/valuation.schema';
import type { Basis, Part, ValuationRefusal } from './valuation-parts';
import { shown, SOURCE_FORMULA, SOURCE_INPUT, stepValue, sumExpression, type ValuationStep } from './valuation-steps';
import { dryQuantity, lossesOf } from './dry-quantity';
import { valueCharge, valuePenalty, valuePremium } from './value-adjustments';
import { valuePayable } from './value-payable';

export const VALUATION_FORMULA = 'valuation/1';

export type Valuation = {
  total: Money;
  /** The total before it was rounded, for what a single unit comes to. */
  exact: Decimal;
  /** Total per dry unit of the quantity, rounded like the total. `per` is the quantity's unit. */
  readonly perUnit: { money: Money; per: QuantityInput['unit'] };
  /** The working, written when it is first read. */
  readonly steps: ValuationStep[];
  references: ReferencePrice[];
  rates: FxReference[];
};

/**
 * total = dry mass × (Σ payable grade × net price − charges per mass − penalties) + premiums − charges per lot
 *
 * written as a sum of parts, so that every line can be redone by hand. Full precision; rounded once at the end, half-even,
 * to the currency's minor unit. Refuses when a price is not among the known ones or in a currency with no known rate.
 */
export function value(input: ValuationInput, known: KnownPrices): Result<Valuation, ValuationRefusal> {
  const { currency, quantity } = input;
  const basis: Basis = { unit: quantity.unit, dry: dryQuantity(quantity), currency, known };
  const parts: Part[] = [];

  for (const part of eachPart(input, basis)) {
    if (!part.ok) return part;
    parts.push(part.value);
  }

  const exact = parts.reduce((sum, part) => sum.plus(part.amount), ZERO);
  const total = moneyFromDecimal(exact, currency);
  return ok({
    total,
    exact,
    get perUnit() {
      return { money: moneyFromDecimal(exact.div(basis.dry), currency), per: basis.unit };
    },
    get steps() {
      return [quantityStep(quantity, basis.dry), ...parts.flatMap((part) => part.steps()), totalStep(parts, total)];
    },
    references: unique(
      parts.flatMap((part) => part.references),
      (price) => price.series,
    ),
    rates: unique(
      parts.flatMap((part) => part.rates),
      (rate) => `${rate.base}/${rate.quote}`,
    ),
  });
}

const ZERO = new Decimal(0);

function* eachPart(input: ValuationInput, basis: Basis): Generator<Result<Part, ValuationRefusal>> {
  for (const payable of input.payables) yield valuePayable(payable, basis);
  for (const charge of input.charges) yield valueCharge(charge, basis);
  for (const penalty of input.penalties) yield valuePenalty(penalty, basis);
  for (const premium of input.premiums) yield valuePremium(premium, input.payables, basis);
}

function quantityStep(quantity: QuantityInput, dry: Decimal): ValuationStep {
  const losses = lossesOf(quantity);
  const gross = `${shown(new Decimal(quantity.value))} ${quantity.unit}`;
  const dried = losses.length > 0;
  return {
    kind: dried ? 'dry-mass' : 'quantity',
    subject: '',
    label: dried ? 'Dry mass' : 'Quantity',
    expression: [gross, ...losses.map((pct) => `(1 − ${pct}%)`)].join(' × '),
    value: stepValue(dry),
    unit: quantity.unit,
    source: dried ? SOURCE_FORMULA : SOURCE_INPUT,
  };
}

function totalStep(parts: readonly Part[], total: Money): ValuationStep {
  return {
    kind: 'total',
    subject: '',
    label: 'Total',
    expression: sumExpression(parts.map((part) => part.amount)),
    value: toAmount(total),
    unit: total.currency,
    source: `${SOURCE_FORMULA}, rounded once, half-even`,
  };
}

function unique<T>(used: T[], key: (item: T) => string): T[] {
  return used.length < 2 ? used : [...new Map(used.map((item) => [key(item), item])).values()];
}

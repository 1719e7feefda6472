import { Decimal } from '#app/money/decimal';
import { moneyFromDecimal, toAmount, type Money } from '#app/money/money';
import { ok, type Result } from '#app/platform/result';
import type { FxReference, KnownPrices, ReferencePrice } from './known-prices';
import type { QuantityInput, ValuationInput } from './valuation.schema';
import type { Basis, Part, ValuationRefusal } from './valuation-parts';
import { shown, SOURCE_FORMULA, SOURCE_INPUT, stepValue, sumExpression, type ValuationStep } from './valuation-steps';
import { valueCharge, valuePenalty, valuePremium } from './value-adjustments';
import { valuePayable } from './value-payable';

export const VALUATION_FORMULA = 'valuation/1';

export type Valuation = {
  total: Money;
  /** Total per dry unit of the quantity, rounded like the total. `per` is the quantity's unit. */
  perUnit: { money: Money; per: QuantityInput['unit'] };
  steps: ValuationStep[];
  references: ReferencePrice[];
  rates: FxReference[];
};

/** Beyond these digits there is only the noise of divisions that do not end; a tie must not fall by it. */
const SETTLED_DIGITS = 50;

/**
 * total = dry mass × (Σ payable grade × net price − charges per mass − penalties) + premiums − charges per lot
 *
 * written as a sum of parts, so that every line can be redone by hand. Full precision; rounded once at the end, half-even,
 * to the currency's minor unit. Refuses when a price is not among the known ones or in a currency with no known rate.
 */
export function value(input: ValuationInput, known: KnownPrices): Result<Valuation, ValuationRefusal> {
  const { step, dry } = dryQuantity(input.quantity);
  const basis: Basis = { unit: input.quantity.unit, dry, currency: input.currency, known };
  const parts: Part[] = [];

  for (const part of eachPart(input, basis)) {
    if (!part.ok) return part;
    parts.push(part.value);
  }

  const exact = parts.reduce((sum, part) => sum.plus(part.amount), new Decimal(0)).toSignificantDigits(SETTLED_DIGITS);
  const total = moneyFromDecimal(exact, input.currency);
  return ok({
    total,
    perUnit: {
      money: moneyFromDecimal(exact.div(dry).toSignificantDigits(SETTLED_DIGITS), input.currency),
      per: basis.unit,
    },
    steps: [step, ...parts.flatMap((part) => part.steps), totalStep(parts, total)],
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

function* eachPart(input: ValuationInput, basis: Basis): Generator<Result<Part, ValuationRefusal>> {
  for (const payable of input.payables) yield valuePayable(payable, basis);
  for (const charge of input.charges) yield valueCharge(charge, basis);
  for (const penalty of input.penalties) yield valuePenalty(penalty, basis);
  for (const premium of input.premiums) yield valuePremium(premium, input.payables, basis);
}

function dryQuantity(quantity: QuantityInput): { step: ValuationStep; dry: Decimal } {
  const gross = new Decimal(quantity.value);
  const lost = [quantity.moisturePct, quantity.franchisePct].filter((pct) => pct !== '0');
  const dry = lost.reduce((rest, pct) => rest.times(new Decimal(100).minus(pct)).div(100), gross);
  const expression = [`${shown(gross)} ${quantity.unit}`, ...lost.map((pct) => `(1 − ${pct}%)`)].join(' × ');
  const dried = lost.length > 0;
  return {
    dry,
    step: {
      kind: dried ? 'dry-mass' : 'quantity',
      subject: '',
      label: dried ? 'Dry mass' : 'Quantity',
      expression,
      value: stepValue(dry),
      unit: quantity.unit,
      source: dried ? SOURCE_FORMULA : SOURCE_INPUT,
    },
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

function unique<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}

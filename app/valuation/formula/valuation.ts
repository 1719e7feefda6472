import type { Decimal } from '#app/money/decimal';
import { Exact } from '#app/money/exact';
import { toMoney, toAmount, type Money } from '#app/money/money';
import type { QuantityUnit } from '#app/money/units';
import { lossesOf } from './dry-quantity';
import type { QuantityInput } from './valuation.schema';
import type { FxReference, ReferencePrice } from '#app/prices/series/known-prices';
import type { Basis, Part } from './valuation-parts';
import { shown, SOURCE_FORMULA, SOURCE_INPUT, stepValue, sumExpression, type ValuationStep } from './valuation-steps';

type Sum = {
  quantity: QuantityInput;
  basis: Basis;
  parts: readonly Part[];
  /** What made the prices of the parts, where they were made: costs of a batch, sales. */
  before: (() => ValuationStep[]) | undefined;
};

/** What a lot came to. Everything but the total is worked out when it is asked for: most valuations are made for their total. */
export class Valuation {
  readonly total: Money;
  readonly #exact: Exact;
  readonly #sum: Sum;

  constructor(sum: Sum) {
    let exact = Exact.ZERO;
    for (const part of sum.parts) exact = exact.plus(part.amount);
    this.#exact = exact;
    this.#sum = sum;
    this.total = toMoney(exact, sum.basis.currency);
  }

  /** The total before it was rounded, for what a single unit comes to. */
  get exact(): Decimal {
    return this.#exact.toDecimal();
  }

  /** Total per dry unit of the quantity, rounded like the total. `per` is the quantity's unit. */
  get perUnit(): { money: Money; per: QuantityUnit } {
    const { dry, unit, currency } = this.#sum.basis;
    return { money: toMoney(this.#exact.over(dry), currency), per: unit };
  }

  /** The working, line by line, from the very numbers that made the total. */
  get steps(): ValuationStep[] {
    const { quantity, basis, parts, before } = this.#sum;
    return [
      ...(before ? before() : []),
      quantityStep(quantity, basis.dry),
      ...parts.flatMap((part) => part.steps()),
      totalStep(parts, this.total),
    ];
  }

  /** The reference prices that were used, each once. */
  get references(): ReferencePrice[] {
    const used = this.#sum.parts.flatMap((part) => part.references);
    return [...new Map(used.map((price) => [price.series, price])).values()];
  }

  /** The exchange rates that were used, each once. */
  get rates(): FxReference[] {
    const used = this.#sum.parts.flatMap((part) => part.rates);
    return [...new Map(used.map((rate) => [`${rate.base}/${rate.quote}`, rate])).values()];
  }
}

function quantityStep(quantity: QuantityInput, dry: Exact): ValuationStep {
  const losses = lossesOf(quantity);
  const gross = `${shown(Exact.of(quantity.value))} ${quantity.unit}`;
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

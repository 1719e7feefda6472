import type { Exact } from '#app/money/exact';
import type { FxReference, ReferencePrice } from '#app/prices/series/known-prices';

export const STEP_KINDS = [
  'quantity',
  'dry-mass',
  'converted-grade',
  'payable-grade',
  'payable-mass',
  'price',
  'converted-price',
  'net-price',
  'payable-value',
  'charge',
  'penalty-rate',
  'penalty',
  'contained-mass',
  'premium',
  'cost',
  'cost-per-unit',
  'sales-percentile',
  'total',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/**
 * One line of the working. `label` is English for the API; pages say it in the reader's language from `kind` and
 * `subject`. Lines whose unit is the valuation's currency are the parts of the sum; the last is the rounded total.
 */
export type ValuationStep = {
  kind: StepKind;
  subject: string;
  label: string;
  expression: string;
  value: string;
  unit: string;
  source: string;
  /** What `source` and `expression` are written from, for those who say it in another language. The API does not show it. */
  reference?: ReferencePrice;
  rate?: FxReference;
  sales?: SalesFigures;
};

/** Which verified sales a percentile is of; whole groups of them, never one. */
export type SalesFigures = {
  percent: number;
  orders: number;
  sellers: number;
  buyers: number;
  width: 'exact' | 'any-size' | 'any-country';
  soldFrom: string;
  soldTo: string;
  release: string;
};

/** Where a figure comes from when nobody published it. */
export const SOURCE_INPUT = 'input';
export const SOURCE_FORMULA = 'valuation/1';
export const SOURCE_OWN_COSTS = 'own cost record';
export const SOURCE_REFERENCE_COSTS = 'reference costs of the method';

/** Digits written in an expression: enough to redo a sum of a thousand million to the cent on a calculator. */
const SHOWN_DIGITS = 16;
const VALUE_DIGITS = 24;
const MONEY_DECIMALS = 10;

/** With the sign that expressions have for minus. */
export function shown(value: Exact): string {
  return value.toSignificant(SHOWN_DIGITS).replace('-', '−');
}

export function stepValue(value: Exact): string {
  return value.toSignificant(VALUE_DIGITS);
}

/** Parts of the sum before rounding. */
export function moneyValue(value: Exact): string {
  return value.toPlaces(MONEY_DECIMALS);
}

export function referenceSource(price: ReferencePrice): string {
  return `${price.series} ${price.period}, ${price.source}, published ${price.vintage}, ${price.licence}`;
}

export function fxSource(rate: FxReference): string {
  return `${rate.rate} ${rate.quote} per ${rate.base}, ${rate.source}, ${rate.on}`;
}

/** `a + b − c` from signed parts, for the line of the total. */
export function sumExpression(parts: readonly Exact[]): string {
  return parts
    .map((part, index) => {
      const size = moneyValue(part.isNegative() ? part.negated() : part);
      if (index === 0) return part.isNegative() ? `−${size}` : size;
      return part.isNegative() ? ` − ${size}` : ` + ${size}`;
    })
    .join('');
}

import type { GradeUnit } from '#app/money/units';
import type { CostSheet } from '../methods/method';
import type { QuantityInput } from '../formula/valuation.schema';

/** What a lot says of itself, as far as its price depends on it. All figures are decimal strings. */
export type BandFacts = {
  quantity: QuantityInput;
  /** The main element's and every other one that was assayed. */
  grades: readonly { element: string; value: string; unit: GradeUnit }[];
  /** ISO 3166-1 alpha-2; picks reference costs. */
  originCountry: string | null;
  /** The cooperative's own cost record; takes the place of reference costs. */
  costs: CostSheet | null;
};

export type BandRefusal =
  | 'price-missing'
  | 'fx-missing'
  | 'grade-missing'
  | 'costs-missing'
  | 'unit-mismatch'
  | 'insufficient-data'
  | 'charges-exceed-value';

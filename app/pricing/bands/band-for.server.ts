import { asCurrency } from '#app/money/currency';
import { plain } from '#app/money/decimal';
import type { Money } from '#app/money/money';
import type { GradeUnit } from '#app/money/units';
import type { Deps } from '#app/platform/deps';
import { refuse, type Result } from '#app/platform/result';
import { methodFor } from '../methods/methods';
import type { PriceRefusal } from '../series/prices-in-force.server';
import { quantitySchema, type QuantityInput } from '../valuation/valuation.schema';
import { bandByMethod, type LotBand } from './band-by-method.server';
import type { BandRefusal } from './band-facts';

export type { LotBand };

/** A lot as other rooms describe it: decimal strings only. `facts.moisturePct` dries the quantity; the band is in `currency`. */
export type LotFacts = {
  mineral: string;
  form: string;
  quantity: { value: string; unit: string };
  grades: readonly { element: string; value: string; unit: GradeUnit }[];
  facts: Record<string, string>;
  originCountry: string;
  currency: string;
};

type BandQuery = {
  facts: LotFacts;
  /** For the whole quantity. */
  ask?: Money | null;
  /** YYYY-MM-DD */
  asOf: string;
  knownAt?: Date | null;
};

/** Floor, fair and ceiling of a lot by the newest method that covers it, and where the ask stands; or why there is no band. */
export async function bandFor(
  deps: Pick<Deps, 'db' | 'clock'>,
  { facts, ask = null, asOf, knownAt = null }: BandQuery,
): Promise<Result<LotBand, BandRefusal | PriceRefusal | 'method-missing'>> {
  const method = methodFor(facts);
  if (!method) return refuse('method-missing', 'pricing:refusal.methodMissing');
  const quantity = quantityOf(facts);
  if (!quantity) return refuse('unit-mismatch', 'pricing:refusal.unitMismatch', { path: 'quantity.unit' });
  const { grades, originCountry } = facts;
  const currency = asCurrency(facts.currency);
  return bandByMethod(deps, {
    method,
    facts: { quantity, grades, originCountry, costs: null },
    currency,
    ask,
    asOf,
    knownAt,
  });
}

function quantityOf({ quantity, facts }: LotFacts): QuantityInput | null {
  const moisturePct = facts['moisturePct'] ?? '0';
  const parsed = quantitySchema.safeParse({ value: plain(quantity.value), unit: quantity.unit, moisturePct });
  return parsed.success ? parsed.data : null;
}

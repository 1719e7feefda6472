import { asCurrency } from '#app/money/currency';
import { plain } from '#app/money/decimal';
import type { Money } from '#app/money/money';
import type { GradeUnit } from '#app/money/units';
import type { Deps } from '#app/platform/deps';
import { ok, refuse, type Result } from '#app/platform/result';
import { sizeClass } from '../comparables/stone-size';
import type { PriceRefusal } from '#app/prices/series/prices-in-force.server';
import { quantitySchema, type QuantityInput } from '../formula/valuation.schema';
import { evidencedBand, type LotBand } from './band-by-method.server';
import type { BandRefusal } from './band-facts';
import type { BandQuery } from './band-from-sources.server';
import { openBandSources, type BandSources } from './band-sources.server';

export type { LotBand };

/**
 * A lot as other rooms describe it: decimal strings only. `facts.moisturePct` and `facts.franchisePct` are taken off the quantity, `facts.quality` and `facts.stoneCt` say what it
 * compares with; the band is in `currency`.
 */
export type LotFacts = {
  mineral: string;
  form: string;
  quantity: { value: string; unit: string };
  grades: readonly { element: string; value: string; unit: GradeUnit }[];
  facts: Record<string, string>;
  originCountry: string;
  currency: string;
  /** Whose costs count; null where nobody's. */
  cooperativeId?: string | null;
};

export type FactsRefusal = 'method-missing' | 'unit-mismatch';

/** Floor, fair and ceiling of a lot by the newest method that covers it, and where the ask stands; or why there is no band. */
export async function bandFor(
  deps: Pick<Deps, 'db' | 'clock'>,
  {
    facts,
    ask = null,
    asOf,
    knownAt = null,
  }: { facts: LotFacts; ask?: Money | null; asOf: string; knownAt?: Date | null },
): Promise<Result<LotBand, BandRefusal | PriceRefusal | FactsRefusal>> {
  const { mineral, form, cooperativeId = null } = facts;
  const sources = openBandSources(deps, { asOf, knownAt, product: { mineral, form }, cooperativeId });
  const query = await bandQuery(sources, { facts, ask });
  return query.ok ? evidencedBand(sources, query.value) : query;
}

/** A lot's facts as a question to its method; `ask` is for the whole quantity. */
export async function bandQuery(
  sources: BandSources,
  { facts, ask }: { facts: LotFacts; ask: Money | null },
): Promise<Result<BandQuery, FactsRefusal>> {
  const { mineral, form, grades, originCountry, cooperativeId = null } = facts;
  const method = await sources.method({ mineral, form });
  if (!method) return refuse('method-missing', 'pricing:refusal.methodMissing');
  const quantity = quantityOf(facts);
  if (!quantity) return refuse('unit-mismatch', 'pricing:refusal.unitMismatch', { path: 'quantity.unit' });
  const { quality = '', stoneCt } = facts.facts;
  return ok({
    method,
    facts: { quantity, grades, originCountry, costs: null },
    kind: { mineral, form, quality, size: sizeClass(stoneCt), cooperativeId },
    currency: asCurrency(facts.currency),
    ask,
  });
}

function quantityOf({ quantity, facts }: LotFacts): QuantityInput | null {
  const { moisturePct = '0', franchisePct = '0' } = facts;
  const parsed = quantitySchema.safeParse({
    value: plain(quantity.value),
    unit: quantity.unit,
    moisturePct,
    franchisePct,
  });
  return parsed.success ? parsed.data : null;
}

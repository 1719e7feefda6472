import { asCurrency, type Currency } from '#app/money/currency';
import { plain } from '#app/money/decimal';
import { toAmount, type Money } from '#app/money/money';
import { isQuantityUnit, type GradeUnit } from '#app/money/units';
import type { Deps } from '#app/platform/deps';
import { ok, refuse, type Result } from '#app/platform/result';
import { evidenceOf } from '../evidence/evidence.server';
import { findMethod, methodFor } from '../methods/methods';
import type { Method } from '../methods/method';
import type { PriceRefusal } from '../series/prices-in-force.server';
import type { FxReference, KnownPrices, ReferencePrice } from '../valuation/known-prices';
import { resolvePrices } from '../valuation/resolve-prices.server';
import { VALUATION_FORMULA } from '../valuation/value';
import type { ValuationStep } from '../valuation/valuation-steps';
import { quantitySchema } from '../valuation/valuation.schema';
import type { BandFacts, BandRefusal } from './band-facts';
import { computeBand, referenceValue, type Band } from './compute-band';
import { verdictAnswer, type Verdict } from './verdict';

/** A lot as other rooms describe it: decimal strings only. `facts.moisturePct` dries the quantity. */
export type LotFacts = {
  mineral: string;
  form: string;
  quantity: { value: string; unit: string };
  grades: readonly { element: string; value: string; unit: GradeUnit }[];
  facts: Record<string, string>;
  originCountry: string;
  currency: string;
};

export type BandQuery = {
  facts: LotFacts;
  ask?: Money | null;
  /** YYYY-MM-DD */
  asOf: string;
  knownAt?: Date | null;
  /** A version to use instead of the newest that covers the lot. */
  methodId?: string;
  costs?: BandFacts['costs'];
};

export type LotBand = {
  methodId: string;
  floor: Money;
  fair: Money;
  ceiling: Money;
  verdict: Verdict | null;
  steps: { floor: ValuationStep[]; fair: ValuationStep[]; ceiling: ValuationStep[] };
  band: Band;
  references: ReferencePrice[];
  rates: FxReference[];
  /** All of the reference price for the lot's content; null where its method has no reference series. */
  referenceMinor: bigint | null;
  canonical: string;
  sha256: string;
};

export type LotBandRefusal = BandRefusal | PriceRefusal | 'method-missing';

/** Floor, fair and ceiling of a lot in its currency, with the prices known at `knownAt`, and where the ask stands. Stores nothing. */
export async function bandFor(
  deps: Pick<Deps, 'db' | 'clock'>,
  query: BandQuery,
): Promise<Result<LotBand, LotBandRefusal>> {
  const { facts, ask = null, asOf, knownAt = null } = query;
  const method = query.methodId ? findMethod(query.methodId) : methodFor(facts);
  if (!method) return refuse('method-missing', 'pricing:refusal.method_missing');
  const quantity = quantityOf(facts);
  if (!quantity) return refuse('unit-mismatch', 'pricing:refusal.unit_mismatch', { path: 'quantity.unit' });
  const bandFacts: BandFacts = {
    quantity,
    grades: facts.grades,
    originCountry: facts.originCountry || null,
    costs: query.costs ?? null,
  };
  const currency = asCurrency(facts.currency);

  const known = await resolvePrices(deps, {
    series: method.family === 'contained-metal' ? [method.series] : [],
    currencies: currenciesOf(method, bandFacts, ask),
    to: currency,
    asOf,
    knownAt,
  });
  if (!known.ok) return known;
  const request = {
    method,
    facts: bandFacts,
    known: known.value,
    asOf,
    knownAt: knownAt?.toISOString() ?? null,
    currency,
    ask,
  };
  const computed = computeBand(request);
  if (!computed.ok) return computed;
  const band = computed.value;
  const { floor, fair, ceiling, verdict } = band;
  const used = usedIn(band, known.value);
  return ok({
    methodId: method.id,
    floor: floor.total,
    fair: fair.total,
    ceiling: ceiling.total,
    verdict,
    steps: { floor: floor.steps, fair: fair.steps, ceiling: ceiling.steps },
    band,
    ...used,
    referenceMinor: referenceValue(request),
    ...evidenceOf({
      formula: VALUATION_FORMULA,
      method,
      input: {
        mineral: facts.mineral,
        form: facts.form,
        ...bandFacts,
        asOf,
        knownAt: request.knownAt,
        ask: ask && amountOf(ask),
      },
      observations: used.references,
      rates: used.rates,
      result: {
        floor: amountOf(floor.total),
        fair: amountOf(fair.total),
        ceiling: amountOf(ceiling.total),
        verdict: verdict && verdictAnswer(verdict),
      },
    }),
  });
}

function quantityOf({ quantity, facts }: LotFacts): BandFacts['quantity'] | null {
  if (!isQuantityUnit(quantity.unit)) return null;
  const moisturePct = facts['moisturePct'] ?? '0';
  const parsed = quantitySchema.safeParse({ value: plain(quantity.value), unit: quantity.unit, moisturePct });
  return parsed.success ? parsed.data : null;
}

function currenciesOf(method: Method, facts: BandFacts, ask: Money | null): Currency[] {
  const sheet =
    method.family === 'cost-plus' ? (facts.costs ?? method.referenceCosts[facts.originCountry ?? '']) : undefined;
  return [method.currency, ...(sheet ? [sheet.currency] : []), ...(ask ? [ask.currency] : [])];
}

function usedIn(
  { floor, fair, ceiling }: Band,
  known: KnownPrices,
): { references: ReferencePrice[]; rates: FxReference[] } {
  const levels = [floor, fair, ceiling];
  const series = new Set(levels.flatMap((level) => level.references.map((price) => price.series)));
  const pairs = new Set(levels.flatMap((level) => level.rates.map((rate) => `${rate.base}/${rate.quote}`)));
  return {
    references: [...known.prices.values()].filter((price) => series.has(price.series)),
    rates: known.rates.filter((rate) => pairs.has(`${rate.base}/${rate.quote}`)),
  };
}

function amountOf(money: Money): { amount: string; currency: string } {
  return { amount: toAmount(money), currency: money.currency };
}

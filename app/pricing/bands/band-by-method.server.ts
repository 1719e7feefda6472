import type { Currency } from '#app/money/currency';
import { toAmount, type Money } from '#app/money/money';
import type { Deps } from '#app/platform/deps';
import { ok, type Result } from '#app/platform/result';
import { evidenceOf } from '../evidence/evidence.server';
import type { Method } from '../methods/method';
import type { PriceRefusal } from '../series/prices-in-force.server';
import type { FxReference, KnownPrices, ReferencePrice } from '../valuation/known-prices';
import { resolvePrices } from '../valuation/resolve-prices.server';
import { VALUATION_FORMULA } from '../valuation/value';
import type { ValuationStep } from '../valuation/valuation-steps';
import type { BandFacts, BandRefusal } from './band-facts';
import { computeBand, referenceValue, type Band } from './compute-band';
import { verdictAnswer, type Verdict } from './verdict';

export type LotBand = {
  methodId: string;
  floor: Money;
  fair: Money;
  ceiling: Money;
  verdict: Verdict | null;
  steps: { floor: ValuationStep[]; fair: ValuationStep[]; ceiling: ValuationStep[] };
  /** The three valuations in full. */
  band: Band;
  references: ReferencePrice[];
  rates: FxReference[];
  /** All of the reference price for the lot's content, in minor units; null where its method has no reference series. */
  referenceMinor: bigint | null;
  /** What the band was made from, as canonical JSON, and its SHA-256. */
  canonical: string;
  sha256: string;
};

type MethodQuery = {
  method: Method;
  facts: BandFacts;
  currency: Currency;
  ask: Money | null;
  /** YYYY-MM-DD */
  asOf: string;
  knownAt: Date | null;
};

/** The band of a lot by one version of one method, with the prices known at `knownAt` (null: now). Stores nothing. */
export async function bandByMethod(
  deps: Pick<Deps, 'db' | 'clock'>,
  query: MethodQuery,
): Promise<Result<LotBand, BandRefusal | PriceRefusal>> {
  const { method, facts, currency, ask, asOf, knownAt } = query;
  const known = await resolvePrices(deps, {
    series: method.family === 'contained-metal' ? [method.series] : [],
    currencies: currenciesOf(method, facts, ask),
    to: currency,
    asOf,
    knownAt,
  });
  if (!known.ok) return known;
  const request = { ...query, known: known.value, knownAt: knownAt?.toISOString() ?? null };
  const computed = computeBand(request);
  if (!computed.ok) return computed;
  const band = computed.value;
  const used = usedIn(band, known.value);
  return ok({
    methodId: method.id,
    floor: band.floor.total,
    fair: band.fair.total,
    ceiling: band.ceiling.total,
    verdict: band.verdict,
    steps: { floor: band.floor.steps, fair: band.fair.steps, ceiling: band.ceiling.steps },
    band,
    ...used,
    referenceMinor: referenceValue(request),
    ...evidenceOf({
      formula: VALUATION_FORMULA,
      method,
      input: { ...facts, currency, asOf, knownAt: request.knownAt, ask: ask && amountOf(ask) },
      observations: used.references,
      rates: used.rates,
      result: resultOf(band),
    }),
  });
}

function resultOf({ floor, fair, ceiling, verdict }: Band): object {
  return {
    floor: amountOf(floor.total),
    fair: amountOf(fair.total),
    ceiling: amountOf(ceiling.total),
    verdict: verdict && verdictAnswer(verdict),
  };
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

import type { Currency } from '#app/money/currency';
import type { Money } from '#app/money/money';
import { COUNT_UNITS, isMassUnit } from '#app/money/units';
import { ok, type Result } from '#app/platform/result';
import { withLivingWage } from '../costs/own-costs.server';
import { looksAtSales, seriesOfMethod, type Method } from '../methods/method';
import { rateExpiryOf } from '#app/prices/rates/fx-rate.server';
import type { PriceRefusal } from '#app/prices/series/prices-in-force.server';
import { findRate, type FxReference, type KnownPrices, type ReferencePrice } from '#app/prices/series/known-prices';
import type { BandFacts, BandRefusal } from './band-facts';
import { basisLine, cellFigures } from './band-basis';
import type { BandSources } from './band-sources.server';
import { computeBand, type Band, type BandRequest } from './compute-band';

/** What a lot is compared and costed by, beside what it contains. */
export type LotKind = { mineral: string; form: string; quality: string; size: string; cooperativeId: string | null };

export type BandQuery = {
  method: Method;
  facts: BandFacts;
  /** Null where only a method is asked for: then there are no sales to compare with and no own costs. */
  kind: LotKind | null;
  currency: Currency;
  ask: Money | null;
};

export type MadeBand = {
  band: Band;
  references: ReferencePrice[];
  rates: FxReference[];
  /** The request as it was computed: with the costs and the cell that were found for it. */
  request: BandRequest;
  basisLine: string;
  /** First day on which a price or rate of it is too old; null where nothing of it grows old. */
  expiresOn: string | null;
};

/** The band of one lot by one method from what the sources hold. The same for one lot on a page and for ten thousand in a job. */
export async function bandFromSources(
  sources: BandSources,
  { method, facts: given, kind, currency, ask }: BandQuery,
): Promise<Result<MadeBand, BandRefusal | PriceRefusal>> {
  const usable = await sources.prices(seriesUsed(method, given));
  if (!usable.ok) return usable;
  const { prices } = usable.value;
  const cell = await cellFor(sources, method, given, kind);
  const facts = cell ? given : await withOwnCosts(sources, method, given, kind);
  const known: KnownPrices = {
    prices,
    rates: await ratesFor(sources, [...currenciesOf(method, facts, { ask, cell }), ...currenciesIn(prices)], currency),
  };
  const { asOf, knownAt } = sources;
  const request: BandRequest = {
    method,
    facts,
    known,
    asOf,
    knownAt: knownAt?.toISOString() ?? null,
    currency,
    ask,
    cell,
  };
  const computed = computeBand(request);
  if (!computed.ok) return computed;
  const band = computed.value;
  const used = usedIn(band, known, ask);
  const expiresOn = firstDay([...usable.value.expiresOn, ...used.rates.map(rateExpiryOf)]);
  return ok({ band, ...used, request, expiresOn, basisLine: basisLine(band.basis, used.references, used.rates) });
}

/** Days are text that sorts as they do. */
function firstDay(days: readonly string[]): string | null {
  return days.reduce<string | null>((first, day) => (first === null || day < first ? day : first), null);
}

/** Only what the lot contains: a copper concentrate whose silver nobody assayed needs no price of silver. */
function seriesUsed(method: Method, { grades }: BandFacts): string[] {
  if (method.family !== 'contract-terms') return seriesOfMethod(method);
  const { payables } = method.terms.fair;
  return payables
    .filter(({ element }) => grades.some((grade) => grade.element === element))
    .map(({ series }) => series);
}

async function withOwnCosts(
  sources: BandSources,
  method: Method,
  facts: BandFacts,
  kind: LotKind | null,
): Promise<BandFacts> {
  if (method.family !== 'cost-plus' || facts.costs || !kind?.cooperativeId) return facts;
  const own = await sources.costs(kind.cooperativeId, kind);
  return own ? { ...facts, costs: withLivingWage(own, method, facts.originCountry) } : facts;
}

async function cellFor(sources: BandSources, method: Method, facts: BandFacts, kind: LotKind | null) {
  if (!kind || !looksAtSales(method) || facts.originCountry === null) return null;
  const { mineral, form, quality, size } = kind;
  const key = { mineral, form, quality, size, originCountry: facts.originCountry };
  const { unit } = facts.quantity;
  const units = isMassUnit(unit) ? ['ct', 't', 'g'] : COUNT_UNITS.filter((one) => one === unit);
  return cellFigures(method, await sources.cell(key, units));
}

async function ratesFor(sources: BandSources, met: readonly Currency[], to: Currency): Promise<FxReference[]> {
  const bases = [...new Set(met)].filter((base) => base !== to);
  const rates = await Promise.all(bases.map((base) => sources.rate(base, to)));
  return rates.filter((rate) => rate !== null);
}

function currenciesIn(prices: ReadonlyMap<string, ReferencePrice>): Currency[] {
  return [...prices.values()].map((price) => price.currency);
}

/** Sales are kept in US dollars; where there is a cell of them, costs are not asked for. */
function currenciesOf(
  method: Method,
  facts: BandFacts,
  { ask, cell }: { ask: Money | null; cell: object | null },
): Currency[] {
  const sheet =
    method.family === 'cost-plus' ? (facts.costs ?? method.referenceCosts[facts.originCountry ?? '']) : undefined;
  const terms: Currency[] = cell ? ['USD'] : [method.currency, ...(sheet ? [sheet.currency] : [])];
  return [...terms, ...(ask ? [ask.currency] : [])];
}

function usedIn(
  { floor, fair, ceiling, currency }: Band,
  known: KnownPrices,
  ask: Money | null,
): { references: ReferencePrice[]; rates: FxReference[] } {
  const levels = [floor, fair, ceiling];
  const series = new Set(levels.flatMap((level) => level.references.map((price) => price.series)));
  // The rate by which an ask was compared is a part of its verdict.
  const asked = ask && ask.currency !== currency ? findRate(known.rates, ask.currency, currency) : null;
  const rates = [...levels.flatMap((level) => level.rates), ...(asked ? [asked] : [])];
  const pairs = new Set(rates.map((rate) => `${rate.base}/${rate.quote}`));
  return {
    references: [...known.prices.values()].filter((price) => series.has(price.series)),
    rates: known.rates.filter((rate) => pairs.has(`${rate.base}/${rate.quote}`)),
  };
}

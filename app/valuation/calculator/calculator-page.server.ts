import { z } from 'zod';
import { isOffered } from '#app/money/currency';
import type { Deps } from '#app/platform/deps';
import { bandFor, type LotBand } from '../bands/band-for.server';
import { OLDEST_RATE_DAYS } from '#app/prices/rates/fx-rate.server';
import type { BandBasis } from '../bands/band-basis';
import type { BandLevel, MethodSource } from '../methods/method';
import type { FxReference, ReferencePrice } from '#app/prices/series/known-prices';
import type { ValuationStep } from '../formula/valuation-steps';
import { readCalculator, type CalculatorForm, type Question } from './read-calculator';

export type CalculatorResult = {
  currency: string;
  floorMinor: bigint;
  fairMinor: bigint;
  ceilingMinor: bigint;
  /** The three before they were rounded, in major units: what one unit comes to is worked out of these. */
  exact: Record<BandLevel, string>;
  offerMinor: bigint | null;
  verdict: { state: string; gapPct: string | null; gapMinor: bigint } | null;
  /** Which of the ways that a method names made the band. */
  basis: BandBasis;
  methodId: string;
  /** Where the method's percentages and costs come from. */
  sources: { citation: string; on: string; url: string | null }[];
  references: ReferencePrice[];
  rates: FxReference[];
  steps: Record<Exclude<MethodSource['level'], 'all'>, ValuationStep[]>;
};

type Reason = { messageKey: string; params?: Record<string, string | number> };

export type CalculatorPage = CalculatorForm & {
  currencies: string[];
  /** YYYY-MM-DD */
  asOf: string;
  result: CalculatorResult | null;
  /** Why there is no band, or why it is not in the currency that was chosen. */
  reason: Reason | null;
};

/** What is in the address, as its reader writes figures, worked out with the prices of today. Stores nothing. */
export async function calculatorPage(
  deps: Pick<Deps, 'db' | 'clock'>,
  { params, locale }: { params: URLSearchParams; locale: string },
): Promise<CalculatorPage> {
  const form = readCalculator(params, locale);
  const asOf = deps.clock.now().toISOString().slice(0, 10);
  const [currencies, outcome] = await Promise.all([
    knownCurrencies(deps, form.typed.currency),
    form.question ? workOut(deps, form.question, asOf) : { result: null, reason: null },
  ]);
  return { ...form, currencies, asOf, ...outcome };
}

type Outcome = Pick<CalculatorPage, 'result' | 'reason'>;

/** Where no rate into the chosen currency is known the band is shown in US dollars, and it is said why. */
async function workOut(
  deps: Pick<Deps, 'db' | 'clock'>,
  { facts, offer, currency }: Question,
  asOf: string,
): Promise<Outcome> {
  const band = await bandFor(deps, { facts, ask: offer, asOf });
  if (band.ok) return { result: resultOf(band.value, offer?.minor ?? null), reason: null };
  const { messageKey, params } = band;
  const reason = { messageKey, ...(params ? { params } : {}) };
  if (band.code !== 'fx-missing' || currency === 'USD') return { result: null, reason };
  const inDollars = await bandFor(deps, { facts: { ...facts, currency: 'USD' }, asOf });
  return { result: inDollars.ok ? resultOf(inDollars.value, null) : null, reason };
}

function resultOf(
  { floor, fair, ceiling, verdict, methodId, references, rates, steps, canonical, band }: LotBand,
  offerMinor: bigint | null,
): CalculatorResult {
  return {
    currency: fair.currency,
    ...{ floorMinor: floor.minor, fairMinor: fair.minor, ceilingMinor: ceiling.minor, offerMinor },
    exact: {
      floor: band.floor.exact.toFixed(),
      fair: band.fair.exact.toFixed(),
      ceiling: band.ceiling.exact.toFixed(),
    },
    basis: band.basis,
    verdict: verdict && { state: verdict.state, gapPct: verdict.gapPct, gapMinor: verdict.gap.minor },
    ...{ methodId, references, rates, steps, sources: sourcesOf(canonical) },
  };
}

const methodSources = z.object({
  method: z.object({
    sources: z.array(z.object({ citation: z.string(), on: z.string(), url: z.string().nullable() })),
  }),
});

/** As the evidence of the band names them: the method's version that was used, and no other. */
function sourcesOf(canonical: string): CalculatorResult['sources'] {
  const parsed = methodSources.safeParse(JSON.parse(canonical));
  const sources = parsed.success ? parsed.data.method.sources : [];
  return [...new Map(sources.map((source) => [source.citation, source])).values()];
}

/** US dollars, and every currency of those we offer that has had a rate lately, since an older one is none; the chosen one in any case. */
async function knownCurrencies({ db, clock }: Pick<Deps, 'db' | 'clock'>, chosen: string): Promise<string[]> {
  const since = new Date(clock.now().getTime() - OLDEST_RATE_DAYS * 86_400_000);
  const rows = await db.$queryRaw<{ code: string }[]>`
    SELECT base AS code FROM "FxRate" WHERE "on" >= ${since}::date UNION SELECT quote FROM "FxRate" WHERE "on" >= ${since}::date ORDER BY 1`;
  return [...new Set(['USD', ...rows.map(({ code }) => code), chosen])].filter(
    (code) => isOffered(code) || code === chosen,
  );
}

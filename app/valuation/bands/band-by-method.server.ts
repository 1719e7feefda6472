import type { Money } from '#app/money/money';
import type { Deps } from '#app/platform/deps';
import { ok, type Result } from '#app/platform/result';
import { evidenceOf } from '#app/platform/digests/canonical-digest.server';
import type { PriceRefusal } from '#app/prices/series/prices-in-force.server';
import type { FxReference, ReferencePrice } from '#app/prices/series/known-prices';
import type { ValuationStep } from '../formula/valuation-steps';
import { VALUATION_FORMULA } from '../formula/value';
import type { BandRefusal } from './band-facts';
import { bandFromSources, type BandQuery, type MadeBand } from './band-from-sources.server';
import { openBandSources, type BandSources } from './band-sources.server';
import { amountOf, bandResult } from './band-result';
import { referenceValue, type Band } from './compute-band';
import type { Verdict } from './verdict';

export type LotBand = {
  methodId: string;
  floor: Money;
  fair: Money;
  ceiling: Money;
  verdict: Verdict | null;
  steps: { floor: ValuationStep[]; fair: ValuationStep[]; ceiling: ValuationStep[] };
  /** The three valuations in full, and what they stand on. */
  band: Band;
  basisLine: string;
  references: ReferencePrice[];
  rates: FxReference[];
  /** All of the reference price for the lot's content, in minor units; null where its method has no reference series. */
  referenceMinor: bigint | null;
  /** What the band was made from, as canonical JSON, and its SHA-256. */
  canonical: string;
  sha256: string;
};

/** The band of a lot by one version of one method, with the prices known at `knownAt` (null: now). Stores nothing. */
export async function bandByMethod(
  deps: Pick<Deps, 'db' | 'clock'>,
  { asOf, knownAt, ...query }: BandQuery & { asOf: string; knownAt: Date | null },
): Promise<Result<LotBand, BandRefusal | PriceRefusal>> {
  const product = query.kind && { mineral: query.kind.mineral, form: query.kind.form };
  const cooperativeId = query.kind?.cooperativeId ?? null;
  return evidencedBand(openBandSources(deps, { asOf, knownAt, product, cooperativeId }), query);
}

/** The same with sources that are open already. */
export async function evidencedBand(
  sources: BandSources,
  query: BandQuery,
): Promise<Result<LotBand, BandRefusal | PriceRefusal>> {
  const made = await bandFromSources(sources, query);
  return made.ok ? ok(lotBandOf(made.value)) : made;
}

function lotBandOf({ band, references, rates, request, basisLine }: MadeBand): LotBand {
  const { method, facts, cell, currency, asOf, knownAt, ask = null } = request;
  return {
    methodId: method.id,
    floor: band.floor.total,
    fair: band.fair.total,
    ceiling: band.ceiling.total,
    verdict: band.verdict,
    steps: { floor: band.floor.steps, fair: band.fair.steps, ceiling: band.ceiling.steps },
    band,
    basisLine,
    references,
    rates,
    referenceMinor: referenceValue(request),
    ...evidenceOf({
      formula: VALUATION_FORMULA,
      method,
      input: { ...facts, currency, asOf, knownAt, ask: ask && amountOf(ask), ...(cell ? { cell } : {}) },
      observations: references,
      rates,
      result: bandResult(band),
    }),
  };
}

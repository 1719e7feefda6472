import type { BandBasis } from '#app/valuation/bands/band-basis';
import type { FxReference, ReferencePrice } from '#app/prices/series/known-prices';
import type { Verdict } from '#app/valuation/bands/verdict';

/** Where an ask stands. Amounts are of the whole lot. */
export type LotVerdict = Pick<Verdict, 'state' | 'against' | 'gapPct'> & { gapMinor: bigint };

export type KnownBand = {
  known: true;
  method: string;
  currency: string;
  /** YYYY-MM-DD */
  asOf: string;
  floorMinor: bigint;
  fairMinor: bigint;
  ceilingMinor: bigint;
  verdict: LotVerdict | null;
  /** Which way of its method made it, and on what. */
  basis: BandBasis;
  references: ReferencePrice[];
  rates: FxReference[];
  /** Hash of the canonical JSON of inputs, method, prices and result. */
  sha256: string;
};

/** A band is never guessed: without one the page says what was missing. */
export type ShownBand = KnownBand | { known: false; reasonKey: string; params?: Record<string, string | number> };

import type { BandLevel, MethodSource } from '#app/valuation/methods/method';
import type { ValuationStep } from '#app/valuation/formula/valuation-steps';
import type { KnownBand } from '../lot-band/known-band';
import type { LotTerms } from '../show-lot/lot-terms.server';

export type Working = {
  lot: LotTerms;
  band: KnownBand;
  totals: Record<BandLevel, bigint>;
  steps: Record<BandLevel, ValuationStep[]>;
  method: { id: string; title: string; approvedBy: { name: string; on: string }; sources: MethodSource[] };
  /** The text whose SHA-256 is the hash: RFC 8785 canonical JSON. */
  canonical: string;
};

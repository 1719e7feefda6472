import { asCurrency } from '#app/money/currency';
import type { Deps } from '#app/platform/deps';
import { bandQuery } from '#app/valuation/bands/band-for.server';
import { bandFromSources } from '#app/valuation/bands/band-from-sources.server';
import { openBandSources, type BandSources } from '#app/valuation/bands/band-sources.server';
import type { CheckedLot } from '../vocabulary/lot-input';
import { termsFacts, type LotFacts } from '../vocabulary/lot-facts';

export type ComputedBand = {
  asOf: string;
  currency: string;
  band: { method: string; floorMinor: bigint; fairMinor: bigint; ceilingMinor: bigint; verdict: string } | null;
  /** Message key of why there is none. */
  reason: string | null;
  /** What it stands on, in one line. Null where there is no band. */
  basis: string | null;
  /** YYYY-MM-DD: first day on which it is too old. Null where nothing of it grows old. */
  expiresOn: string | null;
};

type Asked = { facts: LotFacts; askMinor: bigint };

/**
 * The band of a lot today, with the prices known now. Never throws for want of a price: then it holds the
 * reason.
 */
export function computeBand(deps: Deps, { facts, askMinor }: Asked): Promise<ComputedBand> {
  const asOf = deps.clock.now().toISOString().slice(0, 10);
  const { mineral, form, cooperativeId } = facts;
  const sources = openBandSources(deps, { asOf, knownAt: null, product: { mineral, form }, cooperativeId });
  return computeBandFrom(sources, { facts, askMinor });
}

/** The same from sources that many lots share. */
export async function computeBandFrom(sources: BandSources, { facts, askMinor }: Asked): Promise<ComputedBand> {
  const { currency } = facts;
  const nothing = { asOf: sources.asOf, currency, band: null, basis: null, expiresOn: null };
  const none = (reason: string): ComputedBand => ({ ...nothing, reason });
  const query = await bandQuery(sources, { facts, ask: { minor: askMinor, currency: asCurrency(currency) } });
  if (!query.ok) return none(query.messageKey);
  const made = await bandFromSources(sources, query.value);
  if (!made.ok) return none(made.messageKey);
  const { band, basisLine, expiresOn } = made.value;
  if (!band.verdict) throw new Error('A band for an ask must carry a verdict');
  return {
    asOf: sources.asOf,
    currency,
    band: {
      method: band.method,
      floorMinor: band.floor.total.minor,
      fairMinor: band.fair.total.minor,
      ceilingMinor: band.ceiling.total.minor,
      verdict: band.verdict.state,
    },
    reason: null,
    basis: basisLine,
    expiresOn,
  };
}

export function computeLotBand(
  deps: Deps,
  { terms, originCountry, cooperativeId }: { terms: CheckedLot; originCountry: string; cooperativeId: string },
): Promise<ComputedBand> {
  return computeBand(deps, { facts: termsFacts(terms, { originCountry, cooperativeId }), askMinor: terms.askMinor });
}

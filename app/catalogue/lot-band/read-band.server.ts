import { asCurrency } from '#app/money/currency';
import type { Deps } from '#app/platform/deps';
import { bandFor, type LotBand } from '#app/valuation/bands/band-for.server';
import type { LotFacts } from '../vocabulary/lot-facts';
import type { ShownBand, KnownBand } from './known-band';

/**
 * The band of a lot as of today, with where the ask stands and the prices behind it. Or why there is none.
 */
export async function readShownBand(
  deps: Deps,
  { facts, askMinor }: { facts: LotFacts; askMinor: bigint | null },
): Promise<ShownBand> {
  const asOf = deps.clock.now().toISOString().slice(0, 10);
  const ask = askMinor === null ? null : { minor: askMinor, currency: asCurrency(facts.currency) };
  const result = await bandFor(deps, { facts, ask, asOf });
  if (!result.ok)
    return { known: false, reasonKey: result.messageKey, ...(result.params ? { params: result.params } : {}) };
  return knownBand(result.value, asOf);
}

export function knownBand(band: LotBand, asOf: string): KnownBand {
  const { methodId, floor, fair, ceiling, verdict, references, rates, sha256 } = band;
  return {
    known: true,
    method: methodId,
    currency: floor.currency,
    asOf,
    floorMinor: floor.minor,
    fairMinor: fair.minor,
    ceilingMinor: ceiling.minor,
    verdict: verdict
      ? { state: verdict.state, against: verdict.against, gapPct: verdict.gapPct, gapMinor: verdict.gap.minor }
      : null,
    basis: band.band.basis,
    references,
    rates,
    sha256,
  };
}

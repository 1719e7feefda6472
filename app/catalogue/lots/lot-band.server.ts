import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { asCurrency } from '#app/money/currency';
import { bandFor } from '#app/pricing/bands/band-for.server';
import type { LotFacts } from './lot-facts';
import type { LotTerms } from '../input/lot-input';

export type ComputedBand = {
  asOf: string;
  currency: string;
  band: { method: string; floorMinor: bigint; fairMinor: bigint; ceilingMinor: bigint; verdict: string } | null;
  /** Message key of why there is none. */
  reason: string | null;
};

/** The band of a lot today, with the prices known now. Never throws for want of a price: then it holds the reason. */
export async function computeBand(
  deps: Deps,
  { facts, askMinor }: { facts: LotFacts; askMinor: bigint },
): Promise<ComputedBand> {
  const asOf = deps.clock.now().toISOString().slice(0, 10);
  const { currency } = facts;
  const result = await bandFor(deps, { facts, ask: { minor: askMinor, currency: asCurrency(currency) }, asOf });
  if (!result.ok) return { asOf, currency, band: null, reason: result.messageKey };
  const { methodId, floor, fair, ceiling, verdict } = result.value;
  if (!verdict) throw new Error('A band for an ask must carry a verdict');
  return {
    asOf,
    currency,
    band: {
      method: methodId,
      floorMinor: floor.minor,
      fairMinor: fair.minor,
      ceilingMinor: ceiling.minor,
      verdict: verdict.state,
    },
    reason: null,
  };
}

export function computeLotBand(
  deps: Deps,
  { terms, originCountry }: { terms: LotTerms; originCountry: string },
): Promise<ComputedBand> {
  const { product, quantity, unit, grades, facts, currency, askMinor } = terms;
  const { mineral, form } = product;
  return computeBand(deps, {
    facts: { mineral, form, quantity: { value: quantity, unit }, grades, facts, originCountry, currency },
    askMinor,
  });
}

/** Adds a row to the lot's history of bands and copies it to the lot, where lists read it. */
export async function writeLotBand(
  tx: Tx,
  deps: Deps,
  lotId: string,
  { asOf, currency, band, reason }: ComputedBand,
): Promise<void> {
  const day = new Date(`${asOf}T00:00:00Z`);
  await tx.lotBand.create({
    data: {
      id: deps.newId(),
      lotId,
      // A refusal has no method; the reason says what was missing.
      method: band?.method ?? '',
      floorMinor: band?.floorMinor ?? null,
      fairMinor: band?.fairMinor ?? null,
      ceilingMinor: band?.ceilingMinor ?? null,
      verdict: band?.verdict ?? null,
      currency,
      asOf: day,
      reason,
      computedAt: deps.clock.now(),
    },
  });
  await tx.lot.update({
    where: { id: lotId },
    data: {
      bandMethod: band?.method ?? null,
      bandFloorMinor: band?.floorMinor ?? null,
      bandFairMinor: band?.fairMinor ?? null,
      bandCeilingMinor: band?.ceilingMinor ?? null,
      bandVerdict: band?.verdict ?? null,
      bandAsOf: day,
    },
  });
}

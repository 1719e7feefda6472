import type { LotForOrder } from '#app/catalogue/stock/get-lot-for-order.server';
import type { Currency } from '#app/money/currency';
import type { Money } from '#app/money/money';
import type { Deps } from '#app/platform/deps';
import { ok, type Result } from '#app/platform/result';
import { bandFor } from '#app/valuation/bands/band-for.server';
import type { FxReference, ReferencePrice } from '#app/prices/series/known-prices';
import { fxRate } from '#app/prices/rates/fx-rate.server';

export type OrderBand = {
  method: string;
  floorMinor: bigint;
  fairMinor: bigint;
  ceilingMinor: bigint;
  verdict: { state: string; against: string; gapPct: string | null; gapMinor: bigint } | null;
  /** All of the reference price for the same content. Null where the method has no reference series. */
  referenceMinor: bigint | null;
  references: ReferencePrice[];
  rates: FxReference[];
  canonical: string;
};

/**
 * The band of the part of a lot that is ordered, with the prices known now, and where its price stands in it.
 */
export async function orderBand(
  deps: Pick<Deps, 'db' | 'clock'>,
  { lot, quantity, price }: { lot: LotForOrder; quantity: string; price: Money },
): Promise<Result<OrderBand>> {
  const band = await bandFor(deps, {
    facts: { ...lot.facts, quantity: { value: quantity, unit: lot.unit } },
    ask: price,
    asOf: deps.clock.now().toISOString().slice(0, 10),
  });
  if (!band.ok) return band;
  const { methodId, floor, fair, ceiling, verdict, referenceMinor, references, rates, canonical } = band.value;
  return ok({
    method: methodId,
    floorMinor: floor.minor,
    fairMinor: fair.minor,
    ceilingMinor: ceiling.minor,
    verdict: verdict && {
      state: verdict.state,
      against: verdict.against,
      gapPct: verdict.gapPct,
      gapMinor: verdict.gap.minor,
    },
    referenceMinor,
    references,
    rates,
    canonical,
  });
}

export type UsdRate = { rate: string; on: string; source: string };

/**
 * US dollars for one unit of the currency, for sums over currencies. Null where no rate is known: none is
 * assumed.
 */
export async function usdRate(deps: Pick<Deps, 'db' | 'clock'>, currency: Currency): Promise<UsdRate | null> {
  const on = deps.clock.now().toISOString().slice(0, 10);
  if (currency === 'USD') return { rate: '1', on, source: 'same currency' };
  const known = await fxRate(deps, { base: currency, quote: 'USD', on });
  return known && { rate: known.rate, on: known.date, source: known.source };
}

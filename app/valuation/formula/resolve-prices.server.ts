import type { Currency } from '#app/money/currency';
import type { Deps } from '#app/platform/deps';
import { ok, type Result } from '#app/platform/result';
import { fxReference } from '#app/prices/rates/fx-rate.server';
import { usablePrices, type PriceRefusal } from '#app/prices/series/prices-in-force.server';
import type { FxReference, KnownPrices } from '#app/prices/series/known-prices';

type Needs = {
  series: readonly string[];
  currencies: readonly Currency[];
  to: Currency;
  asOf: string;
  knownAt: Date | null;
};

/**
 * Looks up all that a valuation may need: the prices of its series, and rates from every currency it meets to its own. A missing price
 * refuses at once; a missing rate is found out by the valuation, if it needs it.
 */
export async function resolvePrices(
  deps: Pick<Deps, 'db' | 'clock'>,
  { series, currencies, to, asOf, knownAt }: Needs,
): Promise<Result<KnownPrices, PriceRefusal>> {
  const usable = await usablePrices(deps, { keys: series, asOf, knownAt });
  if (!usable.ok) return usable;
  const { prices } = usable.value;
  const met = new Set<Currency>([...currencies, ...[...prices.values()].map((price) => price.currency)]);
  met.delete(to);
  const rates: FxReference[] = [];
  for (const base of met) {
    const rate = await fxReference(deps, { base, quote: to, on: asOf, knownAt });
    if (rate) rates.push(rate);
  }
  return ok({ prices, rates });
}

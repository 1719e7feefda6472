import { asCurrency, isCurrency } from '#app/money/currency';
import { Decimal } from '#app/money/decimal';
import { toMoney, toDecimal, type Money } from '#app/money/money';
import type { Deps } from '#app/platform/deps';
import { fxRate } from '#app/prices/rates/fx-rate.server';

/** An amount in another currency, always with the rate it was made with: to compare by, never to pay. */
export type ConvertedAmount = {
  minor: bigint;
  currency: string;
  rate: string;
  base: string;
  quote: string;
  on: string;
  source: string;
};

/** Null where the currencies are the same or no rate is known: a rate is never assumed. */
export async function convertedAmount(
  deps: Deps,
  { amount, to, on }: { amount: Money; to: string; on: string },
): Promise<ConvertedAmount | null> {
  if (!isCurrency(to) || to === amount.currency) return null;
  const found = await fxRate(deps, { base: amount.currency, quote: to, on });
  if (!found) return null;
  const { minor } = toMoney(toDecimal(amount).times(new Decimal(found.rate)), asCurrency(to));
  return {
    minor,
    currency: to,
    rate: found.rate,
    base: amount.currency,
    quote: to,
    on: found.date,
    source: found.source,
  };
}

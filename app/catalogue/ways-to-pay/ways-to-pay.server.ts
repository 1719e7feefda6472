import { asCurrency } from '#app/money/currency';
import { money, portionBps } from '#app/money/money';
import { chargeLimits } from '#app/payments/limits/charge-limits';
import { methodOffers, whyNoMethod, type LimitRefusal } from '#app/payments/limits/method-offers';
import type { PaymentMethod } from '#app/payments/limits/payment-cost';
import type { Deps } from '#app/platform/deps';
import type { Refusal } from '#app/platform/result';
import { cardTerms } from './ask-payable.server';

type Ways = { priceMinor: bigint; methods: PaymentMethod[]; none: Refusal<LimitRefusal> | null };
export type WaysToPay = {
  whole: Ways;
  /** Of a lot that is sold in parts: one of the smallest price that can be charged. */
  smallestPart: Ways | null;
};

/**
 * By which methods a lot and its smallest part can be paid, by the terms and the rate that hold now: the rule
 * of the order.
 */
export async function waysToPay(
  deps: Pick<Deps, 'db' | 'clock' | 'settings'>,
  lot: { cooperativeId: string; askMinor: bigint; currency: string; divisible: boolean },
): Promise<WaysToPay> {
  const currency = asCurrency(lot.currency);
  const { terms, limitRate } = await cardTerms(deps, lot.cooperativeId, lot.currency);
  const { platformFeeBps, payments } = deps.settings;
  function waysOf(priceMinor: bigint): Ways {
    const price = money(priceMinor, currency);
    const feeMinor = portionBps(price, platformFeeBps).minor;
    const offers = methodOffers({ price, feeMinor, terms, limitRate, costBps: payments.costBps });
    const methods = offers.flatMap(({ method, refusal }) => (refusal ? [] : [method]));
    return { priceMinor, methods, none: whyNoMethod(offers) };
  }
  const least = chargeLimits(currency)?.minMinor ?? lot.askMinor;
  return {
    whole: waysOf(lot.askMinor),
    smallestPart: lot.divisible ? waysOf(least < lot.askMinor ? least : lot.askMinor) : null,
  };
}

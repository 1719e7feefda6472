import type { LockedLot } from '#app/catalogue/stock/lock-lot.server';
import { Decimal } from '#app/money/decimal';
import { firstOffer, whyNoMethod, type LimitRefusal, type MethodOffer } from '#app/payments/limits/method-offers';
import type { PaymentMethod } from '#app/payments/limits/payment-cost';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { ok, refuse, type Result } from '#app/platform/result';
import type { LotStanding } from '../quote/lot-standing.server';
import { offersFor, planOf, priceIn, quoteOrder, type Quote, type QuoteRefusal } from '../quote/quote-order.server';

export type DealRefusal = QuoteRefusal | LimitRefusal | 'price-changed';
type Deal = { quote: Quote; offer: MethodOffer };
type Asked = {
  input: {
    lotId: string;
    shownPriceMinor: bigint | null;
    paymentMethod?: PaymentMethod | null;
    shownTotalMinor?: bigint | null;
  };
  quote: Quote;
  locked: LockedLot;
  standing: LotStanding;
};

/** Whether this much cannot be had of a lot (any more). */
export function isTaken({ state, availableQuantity }: LockedLot, quantity: string): boolean {
  return state !== 'listed' || new Decimal(quantity).gt(availableQuantity);
}

/**
 * What is agreed, decided under the lot's lock: price, charges, fee and the way of paying as they stand now.
 * Another price or total than the buyer saw is refused before anything is held.
 */
export async function decideDeal(tx: Tx, deps: Deps, asked: Asked): Promise<Result<Deal, DealRefusal>> {
  const { input, locked, standing } = asked;
  const price = priceIn(locked, { quantity: asked.quote.quantity, standing });
  const isShown = input.shownPriceMinor === null || input.shownPriceMinor === price.minor;
  if (!isShown || locked.currency !== asked.quote.lot.currency) return priceChanged();
  const current = isAsQuoted(asked, price.minor)
    ? ok(asked.quote)
    : await quoteOrder({ ...deps, db: tx as Deps['db'] }, { lotId: input.lotId, quantity: asked.quote.quantity });
  if (!current.ok) return current;
  const waterfall = planOf(deps, { price, standing });
  if (!waterfall.ok) return waterfall;
  const { limitRate } = current.value;
  const offers = offersFor(deps, { price, waterfall: waterfall.value, terms: standing.terms, limitRate });
  const none = whyNoMethod(offers);
  if (none) return { ...none, path: 'quantity' };
  const offer = input.paymentMethod
    ? offers.find(({ method }) => method === input.paymentMethod)
    : (firstOffer(offers) ?? undefined);
  if (!offer) throw new Error('No way of paying was found after one was');
  if (offer.refusal) return { ...offer.refusal, path: 'method' };
  const shownTotal = input.shownTotalMinor ?? null;
  if (shownTotal !== null && shownTotal !== offer.totalMinor) return priceChanged();
  return ok({ quote: { ...current.value, price, standing, waterfall: waterfall.value, offers }, offer });
}

function priceChanged() {
  return refuse('price-changed', 'trading:refusal.priceChanged');
}

/** Band, reference and rates were read for these very goods at this very price. */
function isAsQuoted({ quote, locked, standing }: Asked, priceMinor: bigint): boolean {
  return (
    priceMinor === quote.price.minor &&
    locked.quantity === quote.lot.quantity &&
    (locked.listedAt?.getTime() ?? null) === (quote.lot.listedAt?.getTime() ?? null) &&
    standing.terms.cardLimit.currency === quote.standing.terms.cardLimit.currency
  );
}

import { asCurrency, type Currency } from '#app/money/currency';
import { money, portionBps } from '#app/money/money';
import type { Actor } from '#app/identity/actor';
import { methodOffers, type MethodOffer } from '#app/payments/limits/method-offers';
import { paymentTermsInForce } from '#app/payments/terms/terms-in-force.server';
import type { Tx } from '#app/platform/db/connect.server';
import type { Order } from '#app/platform/db/generated/client';
import type { Deps } from '#app/platform/deps';

/**
 * How a placed order can be paid: its price and bearer are frozen, the limit for cards is the one in force,
 * at the rate of the order. A limit in a currency that the order knows no rate for leaves the transfer.
 */
export async function waysOfOrder(
  { settings }: Pick<Deps, 'settings'>,
  db: Pick<Tx, '$queryRaw'>,
  order: Pick<Order, 'programmeId' | 'priceMinor' | 'currency' | 'feeBps' | 'costBearer' | 'usdRate'>,
): Promise<MethodOffer[]> {
  if (order.costBearer === null) return [];
  const terms = await paymentTermsInForce(db, order.programmeId);
  const price = money(order.priceMinor, asCurrency(order.currency));
  return methodOffers({
    price,
    feeMinor: portionBps(price, order.feeBps).minor,
    terms: { costBearer: order.costBearer, cardLimit: terms.cardLimit },
    limitRate: rateInto(terms.cardLimit.currency, order),
    costBps: settings.payments.costBps,
  });
}

function rateInto(limit: Currency, { currency, usdRate }: Pick<Order, 'currency' | 'usdRate'>): string | null {
  if (currency === limit) return '1';
  return limit === 'USD' ? (usdRate?.toFixed() ?? null) : null;
}

/**
 * The way that an unpaid order of the buyer is not paid by now, for its page. Null where there is none to
 * choose.
 */
export async function otherWayOf(
  deps: Pick<Deps, 'db' | 'settings'>,
  { actor, orderId }: { actor: Actor; orderId: string },
): Promise<MethodOffer | null> {
  const order = await deps.db.order.findFirst({ where: { id: orderId, buyerId: actor.organisationId } });
  if (order?.state !== 'placed' || order.paymentMethod === null) return null;
  const ways = await waysOfOrder(deps, deps.db, order);
  return ways.find(({ method }) => method !== order.paymentMethod) ?? null;
}

import { getLotForOrder } from '#app/catalogue/stock/get-lot-for-order.server';
import { comparableQuantity } from '#app/catalogue/lot-band/comparable-quantity';
import { asCurrency } from '#app/money/currency';
import { toAmount } from '#app/money/money';
import type { Order } from '#app/platform/db/generated/client';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { recordComparableSale } from '#app/valuation/comparables/record-sale.server';

/** A settled order between verified sides may from now on speak for the price of like goods. In the transaction that settles it. */
export async function noteComparableSale(tx: Tx, deps: Pick<Deps, 'newId' | 'clock'>, order: Order): Promise<void> {
  const lot = await getLotForOrder(tx, order.lotId);
  if (!lot) throw new Error('A settled order has no lot');
  const { mineral, form } = lot;
  await recordComparableSale(tx, deps, {
    orderId: order.id,
    sellerId: order.cooperativeId,
    buyerId: order.buyerId,
    mineral,
    form,
    facts: lot.facts.facts,
    originCountry: lot.originCountry,
    price: toAmount({ minor: order.priceMinor, currency: asCurrency(order.currency) }),
    ...comparableQuantity({ mineral, form, quantity: order.quantity.toFixed(), unit: order.unit }),
    usdRate: order.usdRate?.toFixed() ?? null,
    soldOn: deps.clock.now(),
  });
}

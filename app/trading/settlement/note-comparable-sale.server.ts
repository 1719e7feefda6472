import { getLotForOrder } from '#app/catalogue/stock/get-lot-for-order.server';
import { productOf } from '#app/catalogue/products/products';
import { asCurrency } from '#app/money/currency';
import { Decimal } from '#app/money/decimal';
import { toAmount } from '#app/money/money';
import { conversionFactor, isQuantityUnit } from '#app/money/units';
import type { Order } from '#app/platform/db/generated/client';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { recordComparableSale } from '#app/valuation/comparables/record-sale.server';

/**
 * A settled order between verified sides may from now on speak for the price of like goods. In the
 * transaction that settles it.
 */
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

type Counted = { mineral: string; form: string; quantity: string; unit: string };

/**
 * A quantity in the unit in which such goods are compared. In its own where the two do not measure the same
 * (tiles by the piece and by the m²).
 */
function comparableQuantity({ mineral, form, quantity, unit }: Counted): { quantity: string; unit: string } {
  const { compareBy } = productOf({ mineral, form });
  const factor = isQuantityUnit(unit) ? conversionFactor(unit, compareBy.unit) : null;
  return factor
    ? { quantity: new Decimal(quantity).times(factor).toFixed(), unit: compareBy.unit }
    : { quantity, unit };
}

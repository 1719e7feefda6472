import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { Decimal } from '#app/money/decimal';
import { sizeClass } from './stone-size';

type SettledSale = {
  orderId: string;
  sellerId: string;
  buyerId: string;
  mineral: string;
  form: string;
  /** The lot's facts: quality, average stone. */
  facts: Record<string, string>;
  originCountry: string;
  /** In major units, for `quantity` of `unit`. */
  price: string;
  quantity: string;
  unit: string;
  /** US dollars for one unit of the price's currency, as recorded with the order; null where none was known: then the sale stays out. */
  usdRate: string | null;
  soldOn: Date;
};

const DIGITS = 12;

/** Notes a settled order among the sales that others may be compared with. In the transaction that settles it; once for each order. */
export async function recordComparableSale(
  tx: Tx,
  deps: Pick<Deps, 'newId' | 'clock'>,
  { price, quantity, usdRate, facts, soldOn, ...sale }: SettledSale,
): Promise<void> {
  if (usdRate === null) return;
  const unitPrice = new Decimal(price).times(usdRate).div(quantity).toDecimalPlaces(DIGITS);
  if (unitPrice.isZero()) return;
  await tx.comparableSale.createMany({
    data: {
      ...sale,
      id: deps.newId(),
      quality: facts['quality'] ?? '',
      size: sizeClass(facts['stoneCt']),
      unitPrice: unitPrice.toFixed(),
      soldOn: new Date(`${soldOn.toISOString().slice(0, 10)}T00:00:00Z`),
      recordedAt: deps.clock.now(),
    },
    skipDuplicates: true,
  });
}

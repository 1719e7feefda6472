import { Decimal } from '#app/money/decimal';
import type { Random } from './random';
import { daysAfter } from './seed-world';
import type { SeedBuyer, SeedCooperative, SeedLot } from './world/types';

/** First month of the demo's two years. */
export const FIRST_DAY = new Date('2024-06-03T09:00:00Z');

export type PlannedLot = { cooperative: SeedCooperative; lot: SeedLot; listedAt: Date; orders: PlannedOrder[] };
export type PlannedOrder = {
  at: Date;
  quantity: string;
  buyer: SeedBuyer;
  /** Its payout arrives with less than was sent, and staff have a case. */
  arrivesShort?: boolean;
};

/**
 * When every lot is listed and every order placed, from the world's tables and the seeded generator, up to
 * `end`.
 */
export function planCalendar(
  cooperatives: readonly SeedCooperative[],
  buyers: readonly SeedBuyer[],
  { random, end }: { random: Random; end: Date },
): PlannedLot[] {
  return cooperatives.flatMap((cooperative) =>
    cooperative.lots.map((lot) => {
      const listedAt = daysAfter(FIRST_DAY, lot.month * 30 + random.between(0, 9));
      const last = lot.soldOut ? daysAfter(listedAt, 200) : end;
      const room = Math.max(1, Math.floor((last.getTime() - listedAt.getTime()) / 86_400_000) - 3);
      const takers = buyers.filter((buyer) => buyer.buys.includes(lot.product));
      // The last order of an open lot falls into the last weeks, so that some wait to be shipped, delivered,
      // paid out or shared.
      const orders = sharesOf(lot).map((quantity, index) => ({
        at: daysAfter(
          listedAt,
          1 + Math.floor((Math.max(1, room - random.between(0, 24)) * (index + 1)) / lot.orders),
          10,
        ),
        quantity,
        buyer: random.pick(takers),
      }));
      return { cooperative, lot, listedAt, orders };
    }),
  );
}

/** Equal parts. Of a lot that sells out the last takes the rest, of another two fifths stay on offer. */
function sharesOf({ quantity, unit, orders, soldOut }: SeedLot): string[] {
  if (orders === 0) return [];
  const places = unit === 'piece' || unit === 'g' || unit === 'm2' ? 0 : 2;
  const toSell = new Decimal(quantity).times(soldOut ? 1 : '0.6');
  const part = toSell.div(orders).toDecimalPlaces(places, Decimal.ROUND_DOWN);
  const shares = Array<string>(orders).fill(part.toFixed());
  if (soldOut) shares[orders - 1] = toSell.minus(part.times(orders - 1)).toFixed();
  return shares;
}

import { Decimal, plain } from '#app/money/decimal';

/**
 * Sums over orders whose money reached the producers, all in US dollars by the rate frozen on each order. Decimal text, full precision:
 * figures are rounded where they are shown.
 */
export type Sums = {
  /** Orders that count, and those of them that carry no rate and are in no sum. */
  orders: number;
  unrated: number;
  price: string;
  net: string;
  /** Orders with a reference price for the same content. */
  reference: { orders: number; price: string; value: string };
  /** Orders of a good for which a baseline was recorded. */
  baseline: { orders: number; price: string; net: string; value: string };
  /** Orders that had a band when they were placed. */
  band: { orders: number; price: string; underOrders: number; underPrice: string };
  /** Whole hours from confirmed delivery to confirmed money, one for each order. */
  hours: number[];
};

export const NO_SUMS: Sums = {
  orders: 0,
  unrated: 0,
  price: '0',
  net: '0',
  reference: { orders: 0, price: '0', value: '0' },
  baseline: { orders: 0, price: '0', net: '0', value: '0' },
  band: { orders: 0, price: '0', underOrders: 0, underPrice: '0' },
  hours: [],
};

function plus(a: string, b: string): string {
  return plain(new Decimal(a).plus(b));
}

function addSums(a: Sums, b: Sums): Sums {
  return {
    orders: a.orders + b.orders,
    unrated: a.unrated + b.unrated,
    price: plus(a.price, b.price),
    net: plus(a.net, b.net),
    reference: {
      orders: a.reference.orders + b.reference.orders,
      price: plus(a.reference.price, b.reference.price),
      value: plus(a.reference.value, b.reference.value),
    },
    baseline: {
      orders: a.baseline.orders + b.baseline.orders,
      price: plus(a.baseline.price, b.baseline.price),
      net: plus(a.baseline.net, b.baseline.net),
      value: plus(a.baseline.value, b.baseline.value),
    },
    band: {
      orders: a.band.orders + b.band.orders,
      price: plus(a.band.price, b.band.price),
      underOrders: a.band.underOrders + b.band.underOrders,
      underPrice: plus(a.band.underPrice, b.band.underPrice),
    },
    hours: [...a.hours, ...b.hours],
  };
}

/** Sums of many cells (month × cooperative) as one: ratios are made from sums, never averaged. */
export function totalOf(cells: readonly Sums[]): Sums {
  return cells.reduce(addSums, NO_SUMS);
}

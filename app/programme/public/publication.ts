import { isShowable, SMALLEST_GROUP } from '#app/identity/small-groups';
import { Decimal, sharePct } from '#app/money/decimal';
import type { Month } from '../indicators/period';

export const MEASURES = ['settled', 'kept', 'baseline', 'women'] as const;
export type Measure = (typeof MEASURES)[number];

/** Whatever two snapshots differ by, it is at least so much. */
export const LEAST = { orders: 5, cooperatives: 3 } as const;
const DIGITS = 2;

/** What is new in a snapshot: its orders, and exact sums over them in US dollars as decimal text. */
export type Batch = {
  newOrders: number;
  cooperativeIds: string[];
  firstMonth: Month;
  priceUsd: string;
  netUsd: string;
  baselineUsd: string;
  womenUsd: string;
  membersUsd: string;
};

/** Of how many different people the members' money of a batch is. */
export type People = { female: number; male: number };

export type Shown = {
  shownFrom: Month;
  shownOrders: number;
  shownCooperatives: number;
  shownNetUsd: string | null;
  shownPct: string | null;
  shownGainPct: string | null;
};

/** Whether so much is new that nobody's order, and nobody's pay, is the difference. */
export function isThick(measure: Measure, { newOrders, cooperativeIds }: Batch, { female, male }: People): boolean {
  if (newOrders < LEAST.orders || cooperativeIds.length < LEAST.cooperatives) return false;
  return measure !== 'women' || (female + male >= SMALLEST_GROUP && isShowable(female) && isShowable(male));
}

/**
 * What is shown of whole batches. Sums are rounded to two digits, shares to whole percents, numbers of orders down to a step, so that
 * not even the difference of two snapshots is exact.
 */
export function shownFigures(measure: Measure, batches: readonly Batch[]): Shown {
  const sum = (key: 'priceUsd' | 'netUsd' | 'baselineUsd' | 'womenUsd' | 'membersUsd') =>
    batches.reduce((total, batch) => total.plus(batch[key]), new Decimal(0)).toFixed();
  const share = (part: string, whole: string) => {
    const pct = sharePct(part, whole);
    return pct === null ? null : new Decimal(pct).toDecimalPlaces(0).toFixed();
  };
  const gain = measure === 'baseline' ? sharePct(sum('netUsd'), sum('baselineUsd')) : null;
  return {
    shownFrom: batches.map(({ firstMonth }) => firstMonth).sort()[0] ?? '',
    shownOrders: atLeast(batches.reduce((total, { newOrders }) => total + newOrders, 0)),
    shownCooperatives: new Set(batches.flatMap(({ cooperativeIds }) => cooperativeIds)).size,
    shownNetUsd: measure === 'kept' ? new Decimal(sum('netUsd')).toSignificantDigits(DIGITS).toFixed(0) : null,
    shownPct: {
      settled: () => null,
      kept: () => share(sum('netUsd'), sum('priceUsd')),
      baseline: () => share(sum('baselineUsd'), sum('priceUsd')),
      women: () => share(sum('womenUsd'), sum('membersUsd')),
    }[measure](),
    shownGainPct: gain === null ? null : new Decimal(gain).minus(100).toDecimalPlaces(0).toFixed(),
  };
}

/** A number of orders as anybody may know it: in steps of five, from a hundred on to two digits. */
export function atLeast(orders: number): number {
  if (orders < 100) return orders - (orders % LEAST.orders);
  const step = 10 ** (`${orders}`.length - DIGITS);
  return orders - (orders % step);
}

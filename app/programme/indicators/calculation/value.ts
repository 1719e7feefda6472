import { Decimal, sharePct, plain } from '#app/money/decimal';
import type { IndicatorKey } from '../indicators';
import { womensShare, type MembersMoney } from '../people';
import type { Sums } from './sums';

/** A figure with what it covers. `value` is in percent or days as decimal text; null where there is nothing to measure. */
export type IndicatorValue = {
  value: string | null;
  /** Why there is no value though there is money: groups too small to show. */
  withheld?: boolean;
  /** Orders in the figure, out of `orders` that count in the period. */
  covered: number;
  orders: number;
  /** Only women's share: percent of the money whose receiver's sex is recorded. */
  coveragePct?: string | null;
};

/** The middle of the sorted hours (mean of the two middle ones), in days; null without any. */
export function medianDays(hours: readonly number[]): string | null {
  if (hours.length === 0) return null;
  const sorted = [...hours].sort((a, b) => a - b);
  const at = (index: number) => new Decimal(sorted[index] ?? 0);
  const half = Math.floor(sorted.length / 2);
  const middle =
    sorted.length % 2 === 1
      ? at(half)
      : at(half - 1)
          .plus(at(half))
          .div(2);
  return plain(middle.div(24));
}

/**
 * The value of one indicator over one group of orders: its definition, of the version that INDICATORS gives.
 */
export function indicatorValue(key: IndicatorKey, sums: Sums, money: MembersMoney): IndicatorValue {
  const rated = sums.orders - sums.unrated;
  const of = (value: string | null, covered: number): IndicatorValue => ({ value, covered, orders: sums.orders });
  switch (key) {
    case 'retained-share':
      return of(sharePct(sums.net, sums.price), rated);
    case 'realisation':
      return of(sharePct(sums.reference.price, sums.reference.value), sums.reference.orders);
    case 'uplift': {
      const share = sharePct(sums.baseline.net, sums.baseline.value);
      return of(share === null ? null : plain(new Decimal(share).minus(100)), sums.baseline.orders);
    }
    case 'days-to-money':
      return of(medianDays(sums.hours), sums.hours.length);
    case 'under-floor':
      return of(sharePct(sums.band.underPrice, sums.band.price), sums.band.orders);
    case 'womens-share': {
      const share = womensShare(money);
      if (share.state === 'known') return { ...of(share.sharePct, rated), coveragePct: share.coveragePct };
      return { ...of(null, rated), withheld: share.state === 'withheld' };
    }
  }
}

/** Change in points (percent) or days; null where one side has no value. */
export function changeOf(now: IndicatorValue, before: IndicatorValue): string | null {
  return now.value === null || before.value === null ? null : plain(new Decimal(now.value).minus(before.value));
}

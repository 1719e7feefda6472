import { INDICATOR_KEYS, type IndicatorKey } from '../indicators';
import { NO_MEMBERS_MONEY, type MembersMoney } from '../people';
import type { Month, Period } from '../period';
import { NO_SUMS, totalOf, type Sums } from './sums';
import { sharePct } from '#app/money/decimal';
import { changeOf, indicatorValue, type IndicatorValue } from './value';

/** A figure of the year beside the year before. */
export type Figure = IndicatorValue & { key: IndicatorKey; change: string | null };

export type MonthFigure = IndicatorValue & { month: Month; orders: number };

type Cell = { month: Month; cooperativeId: string; sums: Sums };
type Money = { now: MembersMoney; before: MembersMoney; byMonth: ReadonlyMap<Month, MembersMoney> };

function sumsIn(cells: readonly Cell[], months: readonly Month[]): Sums {
  return totalOf(cells.filter(({ month }) => months.includes(month)).map(({ sums }) => sums));
}

/** Every indicator over the period, with its change on the twelve months before. */
export function figuresOf(
  cells: readonly Cell[],
  money: Money,
  { months, before }: Period,
): Record<IndicatorKey, Figure> {
  const [now, then] = [sumsIn(cells, months), sumsIn(cells, before)];
  const figures = INDICATOR_KEYS.map((key): [IndicatorKey, Figure] => {
    const value = indicatorValue(key, now, money.now);
    return [key, { ...value, key, change: changeOf(value, indicatorValue(key, then, money.before)) }];
  });
  return Object.fromEntries(figures) as Record<IndicatorKey, Figure>;
}

/** One indicator for each month of the period; months without orders have no value. */
export function monthsOf(
  key: IndicatorKey,
  cells: readonly Cell[],
  money: Money,
  months: readonly Month[],
): MonthFigure[] {
  return months.map((month) => ({
    month,
    ...indicatorValue(key, sumsIn(cells, [month]), money.byMonth.get(month) ?? NO_MEMBERS_MONEY),
  }));
}

/** What the local trader would have paid, in percent of the buyer's price, over the orders that have a baseline; by month. */
export function baselineShareByMonth(
  cells: readonly Cell[],
  months: readonly Month[],
): { month: Month; sharePct: string | null }[] {
  return months.map((month) => ({ month, sharePct: baselineShare(sumsIn(cells, [month])) }));
}

export function baselineShare({ baseline }: Sums): string | null {
  return sharePct(baseline.value, baseline.price);
}

/** Sums by cooperative over the period. */
export function byCooperative(cells: readonly Cell[], months: readonly Month[]): Map<string, Sums> {
  const groups = new Map<string, Sums[]>();
  for (const { month, cooperativeId, sums } of cells) {
    if (!months.includes(month)) continue;
    groups.set(cooperativeId, [...(groups.get(cooperativeId) ?? []), sums]);
  }
  return new Map([...groups].map(([id, list]) => [id, totalOf(list)]));
}

export function sumsOfYear(cells: readonly Cell[], { months }: Period): Sums {
  return cells.length === 0 ? NO_SUMS : sumsIn(cells, months);
}

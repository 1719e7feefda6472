import type { Actor } from '#app/identity/actor';
import type { Deps } from '#app/platform/deps';
import { cooperativeLines } from '../cooperatives/cooperative-lines.server';
import { byCooperative, figuresOf, monthsOf, type Figure, type MonthFigure } from './calculation/figures';
import type { IndicatorKey } from './indicators';
import { listCountedOrders, readCountedCursor, type CountedOrders } from './list-counted-orders.server';
import { NO_MEMBERS_MONEY } from './people';
import { NO_SUMS } from './calculation/sums';
import type { Period } from './period';
import { indicatorValue, type IndicatorValue } from './calculation/value';
import { loadYear } from './year.server';

export type IndicatorPage = {
  key: IndicatorKey;
  period: Period;
  figure: Figure;
  unrated: number;
  byMonth: MonthFigure[];
  byCooperative: ({ id: string; name: string } & IndicatorValue)[];
  /** What the list of orders is narrowed to. */
  chosen: { month: string | null; cooperativeId: string | null };
  list: CountedOrders;
};

type Ask = {
  actor: Actor;
  key: IndicatorKey;
  asOf: string | null;
  month: string | null;
  cooperativeId: string | null;
  after: string | null;
};

/** One indicator: its value by month and by cooperative, and the orders under it. A cooperative of another programme narrows the list to nothing. */
export async function indicatorPage(
  deps: Deps,
  { actor, key, asOf, month, cooperativeId, after }: Ask,
): Promise<IndicatorPage> {
  const programmeId = actor.organisationId;
  const year = await loadYear(deps, { programmeId, asOf });
  const { period, cells, money } = year;
  const chosenMonth = period.months.find((one) => one === month) ?? null;
  const [first = ''] = period.months;
  const [lines, list] = await Promise.all([
    cooperativeLines(deps, programmeId, year),
    listCountedOrders(deps, {
      programmeId,
      cooperativeId,
      from: chosenMonth ?? first,
      to: chosenMonth ?? period.months.at(-1) ?? first,
      asOf: period.asOf,
      after: readCountedCursor(after),
    }),
  ]);
  const sums = byCooperative(cells, period.months);
  const figure = figuresOf(cells, money, period)[key];
  return {
    key,
    period,
    figure,
    unrated: [...sums.values()].reduce((count, { unrated }) => count + unrated, 0),
    byMonth: monthsOf(key, cells, money, period.months),
    byCooperative: lines
      .filter(({ orders }) => orders > 0)
      .map(({ id, name }) => ({
        id,
        name,
        ...indicatorValue(key, sums.get(id) ?? NO_SUMS, money.byCooperative.get(id) ?? NO_MEMBERS_MONEY),
      })),
    chosen: { month: chosenMonth, cooperativeId },
    list,
  };
}

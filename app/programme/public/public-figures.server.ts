import type { Deps } from '#app/platform/deps';
import { figuresOf, sumsOfYear, baselineShare } from '../indicators/reckoning/figures';
import { membersMoneyCells } from '../indicators/members-money.server';
import { orderCells } from '../indicators/order-cells.server';
import { dayOf, yearEnding, type Day, type Month } from '../indicators/period';

/** With fewer orders a reader could work out what one buyer paid. */
export const FEWEST_PUBLIC_ORDERS = 5;

/** Percentages and US dollars as decimal text at full precision; null where there is nothing to measure or a group is too small. */
export type PublicFigures = {
  from: Month;
  asOf: Day;
  orders: number;
  cooperatives: number;
  priceUsd: string;
  netUsd: string;
  retainedPct: string;
  /** What the local trader would have paid of the same price, over the orders with a recorded baseline, and the producers' gain on it. */
  baselinePct: string | null;
  upliftPct: string | null;
  womensPct: string | null;
};

/**
 * What producers kept over the last twelve months, all programmes together, from the same postings and definitions as the staff's
 * indicators, in two queries. Null under five orders, or where no order has a rate into dollars.
 */
export async function publicFigures(deps: Pick<Deps, 'db' | 'clock'>): Promise<PublicFigures | null> {
  const period = yearEnding(dayOf(deps.clock.now()));
  const [from = '', to = from] = [period.months[0], period.months.at(-1)];
  const filter = { programmeId: null, from, to, asOf: period.asOf };
  const [cells, money] = await Promise.all([
    orderCells(deps, filter),
    membersMoneyCells(deps, { ...filter, split: from }),
  ]);
  const sums = sumsOfYear(cells, period);
  const figures = figuresOf(cells, money, period);
  const retainedPct = figures['retained-share'].value;
  if (sums.orders - sums.unrated < FEWEST_PUBLIC_ORDERS || retainedPct === null) return null;
  const manyWithBaseline = sums.baseline.orders >= FEWEST_PUBLIC_ORDERS;
  return {
    from,
    asOf: period.asOf,
    orders: sums.orders - sums.unrated,
    cooperatives: new Set(cells.map(({ cooperativeId }) => cooperativeId)).size,
    priceUsd: sums.price,
    netUsd: sums.net,
    retainedPct,
    baselinePct: manyWithBaseline ? baselineShare(sums) : null,
    upliftPct: manyWithBaseline ? figures.uplift.value : null,
    womensPct: figures['womens-share'].value,
  };
}

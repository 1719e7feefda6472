import { dayOf } from '#app/money/calendar-day';
import type { Deps } from '#app/platform/deps';
import { orderCells, type OrderCell } from './order-cells.server';
import { membersMoneyCells, type MembersMoneyCells } from './members-money.server';
import { readDay, yearEnding, type Period } from './period';

export type Year = { period: Period; cells: OrderCell[]; money: MembersMoneyCells };

/**
 * Two years of a programme's money in two queries: what every figure, chart and table of staff is made from. `asOf` takes the reader back to an earlier
 * day; a day in the future or no day at all means today.
 */
export async function loadYear(
  deps: Pick<Deps, 'db' | 'clock'>,
  {
    programmeId,
    asOf,
    cooperativeId = null,
  }: { programmeId: string; asOf: string | null; cooperativeId?: string | null },
): Promise<Year> {
  const today = dayOf(deps.clock.now());
  const asked = readDay(asOf);
  const period = yearEnding(asked !== null && asked < today ? asked : today);
  const [first = ''] = period.before;
  const [split = ''] = period.months;
  const filter = { programmeId, cooperativeId, from: first, to: period.months.at(-1) ?? split, asOf: period.asOf };
  const [cells, money] = await Promise.all([orderCells(deps, filter), membersMoneyCells(deps, { ...filter, split })]);
  return { period, cells, money };
}

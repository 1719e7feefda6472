import { Decimal, fixed } from '#app/money/decimal';
import { addMonths, type Period } from './period';

/** Change in percent, signed, one decimal half-even; null where there is nothing to compare with. */
function changePct(before: string | undefined, after: string): string | null {
  if (before === undefined || new Decimal(before).isZero()) return null;
  const change = fixed(new Decimal(after).minus(before).div(before).times(100), 1);
  return new Decimal(change).isZero() ? '0.0' : change;
}

/** Against the month before and against the same month a year before. */
export function changes(
  values: ReadonlyMap<Period, string>,
  period: Period,
): { monthPct: string | null; yearPct: string | null } {
  const value = values.get(period);
  if (value === undefined) return { monthPct: null, yearPct: null };
  return {
    monthPct: changePct(values.get(addMonths(period, -1)), value),
    yearPct: changePct(values.get(addMonths(period, -12)), value),
  };
}

type Dated = { period: Period; value: string };

/** First, last, lowest and highest of a list in time; null of an empty one. */
export function extremes<Row extends Dated>(
  rows: readonly Row[],
): { first: Row; last: Row; low: Row; high: Row } | null {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return null;
  let [low, high] = [first, first];
  for (const row of rows) {
    if (new Decimal(row.value).lessThan(low.value)) low = row;
    if (new Decimal(row.value).greaterThan(high.value)) high = row;
  }
  return { first, last, low, high };
}

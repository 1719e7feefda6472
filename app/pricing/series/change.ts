import { Decimal, fixed } from '#app/money/decimal';
import { addMonths, type Period } from './period';

/** Change in percent, signed, one decimal half-even; null where there is nothing to compare with. */
export function changePct(before: string | undefined, after: string): string | null {
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

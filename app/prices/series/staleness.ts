import { dayAfter, dayOf, dayStart, daysBetween } from '#app/money/calendar-day';
import { periodEnd, type Period } from './period';

export type Freshness = 'fresh' | 'stale' | 'expired';

/** Ages in days up to which a value is fresh, and up to which it may still be used. */
export type StalenessPolicy = { freshDays: number; staleDays: number };

/** Age of a month's value on a day, counted from the month's end, and what that means under the series' policy. */
export function freshnessOf(
  period: Period,
  onDay: string,
  policy: StalenessPolicy,
): { ageDays: number; state: Freshness } {
  const ageDays = Math.max(0, daysBetween(periodEnd(period), dayStart(onDay)));
  const state = ageDays <= policy.freshDays ? 'fresh' : ageDays <= policy.staleDays ? 'stale' : 'expired';
  return { ageDays, state };
}

/** The first day on which a month's value is expired. */
export function expiryOf(period: Period, { staleDays }: Pick<StalenessPolicy, 'staleDays'>): string {
  return dayAfter(dayOf(periodEnd(period)), staleDays + 1);
}

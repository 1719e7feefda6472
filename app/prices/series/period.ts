import { dayOf, isDay } from '#app/money/calendar-day';

/** A month as `2026-05`. Sorts as text. */
export type Period = string;

/** First day, as the database keeps it. */
export function periodStart(period: Period): Date {
  return new Date(`${period}-01T00:00:00.000Z`);
}

/** Last day, from which age counts. */
export function periodEnd(period: Period): Date {
  return monthsOn(period, 1, 0);
}

export function periodOf(date: Date): Period {
  return dayOf(date).slice(0, 7);
}

/** `months` may be negative: a year before May 2026 is May 2025. */
export function addMonths(period: Period, months: number): Period {
  return periodOf(monthsOn(period, months, 1));
}

/** A day of the month that is so many after one. `Date.UTC` would take the years up to 99 for those of the twentieth century. */
function monthsOn(period: Period, months: number, day: number): Date {
  const date = periodStart(period);
  date.setUTCMonth(date.getUTCMonth() + months, day);
  return date;
}

/** The last month that has ended on `day` (`2026-05-31` → May, `2026-05-30` → April). */
export function lastEndedPeriod(day: string): Period {
  const period = day.slice(0, 7);
  return dayOf(periodEnd(period)) <= day ? period : addMonths(period, -1);
}

/** A month as `2026-05`. */
export function isPeriod(text: string): boolean {
  return isDay(`${text}-01`);
}

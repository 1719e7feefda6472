/** A month as `2026-05`. Sorts as text. */
export type Period = string;

const DAY_MS = 86_400_000;

/** First day, as the database keeps it. */
export function periodStart(period: Period): Date {
  return new Date(`${period}-01T00:00:00.000Z`);
}

/** Last day, from which age counts. */
export function periodEnd(period: Period): Date {
  return monthsOn(period, 1, 0);
}

export function periodOf(date: Date): Period {
  return isoDay(date).slice(0, 7);
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
  return isoDay(periodEnd(period)) <= day ? period : addMonths(period, -1);
}

export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** A day of the calendar as `2026-05-31`; not 30 February, not the year 0. */
export function isDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && isoDay(date) === text;
}

/** A month as `2026-05`. */
export function isPeriod(text: string): boolean {
  return isDay(`${text}-01`);
}

export function dayStart(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** The day so many days later. */
export function dayAfter(day: string, days: number): string {
  return isoDay(new Date(dayStart(day).getTime() + days * DAY_MS));
}

/** Whole days from one day to another. */
export function daysBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / DAY_MS);
}

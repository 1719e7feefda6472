import { dayOf, dayStart } from '#app/money/calendar-day';
import { SNAPSHOT_PUBLISHED_ON } from '#app/prices/snapshot/snapshot-facts';
import { addMonths, type Period } from '#app/prices/series/period';

/** The month in which the demo begins, and with it the first file that it knows. */
const FIRST_MONTH: Period = '2024-05';
const WORKING_DAYS_AFTER_MONTH = 2;

/**
 * When a monthly file came out, from the demo's first month to the shipped one: on the second working day, as
 * its publisher does.
 */
export function publicationDays(): string[] {
  const days: string[] = [];
  const last = SNAPSHOT_PUBLISHED_ON.slice(0, 7);
  for (let month = FIRST_MONTH; month < last; month = addMonths(month, 1)) days.push(workingDayOf(month));
  return [...days, SNAPSHOT_PUBLISHED_ON];
}

/** The file that was the newest at an instant. Null before the first. */
export function newestPublication(at: Date): string | null {
  return publicationDays().findLast((day) => publishedAt(day) <= at) ?? null;
}

/** In the morning, before anybody looks at a price. */
export function publishedAt(day: string): Date {
  return new Date(`${day}T05:00:00Z`);
}

function workingDayOf(month: Period): string {
  const day = dayStart(`${month}-01`);
  for (let worked = isWorkingDay(day) ? 1 : 0; worked < WORKING_DAYS_AFTER_MONTH; worked += isWorkingDay(day) ? 1 : 0)
    day.setUTCDate(day.getUTCDate() + 1);
  return dayOf(day);
}

function isWorkingDay(day: Date): boolean {
  return day.getUTCDay() !== 0 && day.getUTCDay() !== 6;
}

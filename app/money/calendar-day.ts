const DAY_MS = 86_400_000;

/** A day as `2026-05-31`. Sorts as text. Days are in UTC. */
export type Day = string;

/**
 * Days that prices, papers and people have: before them a slip of the pen is likelier, and databases and
 * calendars begin to differ.
 */
const DAY = /^(?:19|[2-9]\d)\d{2}-\d{2}-\d{2}$/;

/** A day of the calendar from 1900 on. Not 30 February. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const start = dayStart(text);
  return !Number.isNaN(start.getTime()) && dayOf(start) === text;
}

export function dayOf(time: Date): Day {
  return time.toISOString().slice(0, 10);
}

/** The day's midnight, as the database keeps it. */
export function dayStart(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** The day so many days later. */
export function dayAfter(day: Day, days: number): Day {
  return dayOf(new Date(dayStart(day).getTime() + days * DAY_MS));
}

/** Whole days from one time to another. */
export function daysBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / DAY_MS);
}

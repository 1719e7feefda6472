import { isDay, type Day } from '#app/money/calendar-day';

/** A calendar month as `2026-05`, in UTC. */
export type Month = string;

const MONTHS_IN_YEAR = 12;

export type Period = {
  /** Twelve months, oldest first; the last one is the month of `asOf` and may still run. */
  months: Month[];
  /** The twelve months before, to compare with. */
  before: Month[];
  asOf: Day;
};

export function addMonths(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split('-').map((part) => Number.parseInt(part, 10));
  const index = year * MONTHS_IN_YEAR + number - 1 + count;
  const inYear = ((index % MONTHS_IN_YEAR) + MONTHS_IN_YEAR) % MONTHS_IN_YEAR;
  return `${((index - inYear) / MONTHS_IN_YEAR).toString().padStart(4, '0')}-${(inYear + 1).toString().padStart(2, '0')}`;
}

/**
 * The year that ends with the month of `asOf`, that month so far included: an order settled this morning is in the figures that staff
 * see at noon. The year before has whole months only.
 */
export function yearEnding(asOf: Day): Period {
  const last = asOf.slice(0, 7);
  const run = (end: Month) =>
    Array.from({ length: MONTHS_IN_YEAR }, (_, index) => addMonths(end, index + 1 - MONTHS_IN_YEAR));
  return { months: run(last), before: run(addMonths(last, -MONTHS_IN_YEAR)), asOf };
}

/** First instant of a month. */
export function monthStart(month: Month): Date {
  return new Date(`${month}-01T00:00:00.000Z`);
}

/** First instant after a day. */
export function dayEnd(day: Day): Date {
  const start = new Date(`${day}T00:00:00.000Z`);
  start.setUTCDate(start.getUTCDate() + 1);
  return start;
}

/** A day as somebody typed it or put it in an address; null when it is no day of the calendar. */
export function readDay(text: string | null): Day | null {
  return text !== null && isDay(text) ? text : null;
}

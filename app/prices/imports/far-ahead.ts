import { dayOf, dayStart, daysBetween } from '#app/money/calendar-day';
import type { FileReading } from '../sources/reading';
import { refuseImport } from '../sources/import-refusal';

/** A demo's clock may lag behind the newest file by months; a slip of the pen in a year is far more. */
const MOST_DAYS_AHEAD = 366;

/**
 * A file dated far ahead would be the newest for ever, and every true one after it would count as older. Measured by the domain's clock, or by the real time
 * where that is later: a demo whose clock stands back takes what has come out since.
 */
export function refusedIfFarAhead(reading: FileReading, now: Date, realTime: Date = now): FileReading {
  const { vintage } = reading;
  const latest = realTime > now ? realTime : now;
  if (!vintage.ok || daysBetween(latest, dayStart(vintage.value.publishedOn)) <= MOST_DAYS_AHEAD) return reading;
  const params = { date: vintage.value.publishedOn, today: dayOf(latest) };
  return { ...reading, vintage: refuseImport('date-ahead', params) };
}

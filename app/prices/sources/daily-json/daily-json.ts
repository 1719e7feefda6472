import { dayOf, dayStart, isDay } from '#app/money/calendar-day';
import { Decimal } from '#app/money/decimal';
import { ok, type Result } from '#app/platform/result';
import { quoted, refuseImport, type ImportRefusalCode } from '../import-refusal';
import { type Period } from '../../series/period';
import type { ReadingHints, Vintage } from '../reading';

/** With the days of the file that have no price. */
type DailyVintage = Vintage & { daysWithoutPrice: number };

const MOST_DAYS = 60_000;
const MOST = '1000000000';
/** Decimals of a monthly average: far finer than any daily price is quoted. */
const AVERAGE_PLACES = 6;

/**
 * Daily prices as `[{"d":"YYYY-MM-DD","v":[usd,gbp,eur]}]` into monthly averages of the first, in US dollars: of the months that are over, which a
 * day of a later month proves, and that are there from their beginning. A feed may give the last so many days only: of its first month some are missing then,
 * every day one more, and an average of the rest would rewrite a closed month daily. The file's date is its newest day. A day with null for its
 * price, as of a holiday, counts for no average.
 */
export function averageByMonth(
  parsed: unknown,
  { series, fills = '' }: ReadingHints,
): Result<DailyVintage, ImportRefusalCode> {
  const unit = series.get(fills);
  if (unit === undefined) return refuseImport('series-unknown', { found: quoted(fills) });
  if (!unit.startsWith('USD/')) return refuseImport('series-unit', { series: fills, found: unit });
  if (!Array.isArray(parsed) || parsed.length === 0 || parsed.length > MOST_DAYS)
    return refuseImport('json-layout', { path: '$' });
  const days = new Map<string, Decimal | null>();
  for (const [index, entry] of parsed.entries()) {
    const { d, v } = (typeof entry === 'object' && entry !== null ? entry : {}) as { d?: unknown; v?: unknown };
    if (typeof d !== 'string' || !isDay(d))
      return refuseImport('json-date', { path: `$[${index}].d`, found: quoted(String(d)) });
    if (days.has(d)) return refuseImport('json-twice', { path: `$[${index}].d`, found: d });
    if (!Array.isArray(v)) return refuseImport('json-layout', { path: `$[${index}].v` });
    // No price was made that day.
    const isOpen = v[0] !== null;
    const price = isOpen ? priceOf(v[0]) : null;
    if (isOpen && !price) return refuseImport('json-value', { path: `$[${index}].v[0]`, found: quoted(String(v[0])) });
    days.set(d, price);
  }
  return averages(days, fills);
}

function averages(days: ReadonlyMap<string, Decimal | null>, series: string): Result<DailyVintage, ImportRefusalCode> {
  const publishedOn = [...days.keys()].reduce((a, b) => (a > b ? a : b));
  const first = [...days.keys()].reduce((a, b) => (a < b ? a : b));
  const unfinished = publishedOn.slice(0, 7);
  const cutOff = first > firstTradingDay(first.slice(0, 7)) ? first.slice(0, 7) : null;
  const byMonth = new Map<string, Decimal[]>();
  for (const [day, price] of days) {
    const period = day.slice(0, 7);
    if (price === null || period === unfinished || period === cutOff) continue;
    byMonth.set(period, [...(byMonth.get(period) ?? []), price]);
  }
  if (byMonth.size === 0) return refuseImport('json-no-month');
  const figures = [...byMonth].map(([period, prices]) => ({
    series,
    period,
    value: prices
      .reduce((sum, price) => sum.plus(price), new Decimal(0))
      .div(prices.length)
      .toDecimalPlaces(AVERAGE_PLACES)
      .toFixed(),
  }));
  const daysWithoutPrice = [...days.values()].filter((price) => price === null).length;
  return ok({ publishedOn, figures, daysWithoutPrice });
}

/** The first of a month from Monday to Friday; New Year is a holiday everywhere. */
function firstTradingDay(period: Period): string {
  const start = dayStart(`${period}-${period.endsWith('-01') ? '02' : '01'}`);
  const weekday = start.getUTCDay();
  const daysOff = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return dayOf(new Date(start.getTime() + daysOff * 86_400_000));
}

/** JSON's numbers come as floats; their shortest notation is the decimal that was written, at the length that prices have. */
function priceOf(value: unknown): Decimal | null {
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return null;
  const price = new Decimal(String(value));
  return price.greaterThan(MOST) || price.decimalPlaces() > 12 ? null : price;
}

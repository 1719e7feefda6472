import { dayOf } from '#app/money/calendar-day';
import { plain } from '#app/money/decimal';
import type { Deps } from '#app/platform/deps';
import { changes } from './change';
import { addMonths, lastEndedPeriod, periodOf, periodStart, type Period } from './period';
import { freshnessOf, type Freshness } from './staleness';

export type SeriesLatest = {
  key: string;
  commodity: string;
  unit: string;
  currency: string;
  per: string;
  frequency: string;
  source: string;
  licence: string;
  attribution: string;
  pageUrl: string;
  freshDays: number;
  staleDays: number;
  latest: {
    period: Period;
    value: string;
    vintage: string;
    ageDays: number;
    state: Freshness;
    monthPct: string | null;
    yearPct: string | null;
  } | null;
  /** The last 25 months that have a value, oldest first. */
  recent: { period: Period; value: string }[];
};

const MONTHS_SHOWN = 25;

/** Every series with its newest value in force today, how it moved, and its last two years. Two queries, however many series. */
export async function listSeriesWithLatest(deps: Pick<Deps, 'db' | 'clock'>): Promise<SeriesLatest[]> {
  const now = deps.clock.now();
  const today = dayOf(now);
  const last = lastEndedPeriod(today);
  // A little further back than shown, so that a series that went quiet still has its last value.
  const since = periodStart(addMonths(last, -2 * MONTHS_SHOWN));
  const series = await deps.db.series.findMany({ orderBy: { key: 'asc' } });
  const rows = await deps.db.$queryRaw<{ seriesKey: string; period: Date; value: string; vintageOn: Date }[]>`
    SELECT DISTINCT ON ("seriesKey", period) "seriesKey", period, value::text AS value, "vintageOn" FROM "ObservationInForce"
    WHERE period BETWEEN ${since}::date AND ${periodStart(last)}::date AND "recordedAt" <= ${now}
    ORDER BY "seriesKey", period DESC, position DESC`;

  return series.map(({ quarantinePct: _, ...definition }) => {
    const own = rows.filter((row) => row.seriesKey === definition.key);
    const newest = own[0];
    const values = new Map(own.map((row) => [periodOf(row.period), plain(row.value)]));
    const period = newest && periodOf(newest.period);
    const value = period && values.get(period);
    const recent = [...values].map(([month, amount]) => ({ period: month, value: amount })).slice(0, MONTHS_SHOWN);
    return {
      ...definition,
      latest:
        newest && period && value
          ? {
              period,
              value,
              vintage: dayOf(newest.vintageOn),
              ...freshnessOf(period, today, definition),
              ...changes(values, period),
            }
          : null,
      recent: recent.reverse(),
    };
  });
}

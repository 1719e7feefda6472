import { dayOf } from '#app/money/calendar-day';
import type { Deps } from '#app/platform/deps';
import { lastEndedPeriod, periodOf, periodStart, type Period } from './period';
import { freshnessOf, type Freshness } from './staleness';

export type SeriesAge = {
  key: string;
  commodity: string;
  unit: string;
  freshDays: number;
  staleDays: number;
  latest: { period: Period; vintage: string; ageDays: number; state: Freshness } | null;
};

type Row = Omit<SeriesAge, 'latest'> & { period: Date | null; vintageOn: Date | null };

/** How old the newest value in force of every series is today. One query. */
export async function listAges(deps: Pick<Deps, 'db' | 'clock'>): Promise<SeriesAge[]> {
  const now = deps.clock.now();
  const today = dayOf(now);
  const rows = await deps.db.$queryRaw<Row[]>`
    SELECT s.key, s.commodity, s.unit, s."freshDays", s."staleDays", f.period, f."vintageOn"
    FROM "Series" s LEFT JOIN LATERAL (
      SELECT period, "vintageOn" FROM "ObservationInForce"
      WHERE "seriesKey" = s.key AND period <= ${periodStart(lastEndedPeriod(today))}::date AND "recordedAt" <= ${now}
      ORDER BY period DESC, position DESC LIMIT 1
    ) f ON true ORDER BY s.key`;
  return rows.map(({ period, vintageOn, ...series }) => ({
    ...series,
    latest:
      period && vintageOn
        ? {
            period: periodOf(period),
            vintage: dayOf(vintageOn),
            ...freshnessOf(periodOf(period), today, series),
          }
        : null,
  }));
}

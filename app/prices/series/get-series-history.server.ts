import { dayOf } from '#app/money/calendar-day';
import { plain } from '#app/money/decimal';
import type { Deps } from '#app/platform/deps';
import { periodOf, periodStart, type Period } from './period';

/**
 * `revised`: in force, and its publisher has said another value of the month before; the same one with more decimals is no other. `waiting`: not in force until two
 * staff members accept it.
 */
export type HistoryRow = { period: Period; value: string; vintage: string; state: 'in-force' | 'revised' | 'waiting' };

type HistoryQuery = { key: string; from: Period | null; to: Period | null; knownAt: string | null };

const FIRST_PERIOD = '0001-01';
const LAST_PERIOD = '9999-12';

/**
 * A series by month, oldest first, as known at an instant (null: now); null when there is no such series. One row per month that has a
 * value, and one for each value that still waits.
 */
export async function getSeriesHistory(
  deps: Pick<Deps, 'db' | 'clock'>,
  { key, from, to, knownAt }: HistoryQuery,
): Promise<HistoryRow[] | null> {
  const series = await deps.db.series.findUnique({ where: { key }, select: { key: true } });
  if (!series) return null;
  const known = knownAt === null ? deps.clock.now() : new Date(knownAt);
  const [first, last] = [periodStart(from ?? FIRST_PERIOD), periodStart(to ?? LAST_PERIOD)];
  const rows = await deps.db.$queryRaw<{ period: Date; value: string; vintageOn: Date; state: HistoryRow['state'] }[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (f.period) f.period, f.value::text AS value, f."vintageOn",
        CASE WHEN EXISTS (SELECT 1 FROM "ObservationInForce" e JOIN "Observation" o ON o.id = e."observationId"
          WHERE e."seriesKey" = f."seriesKey" AND e.period = f.period AND e.position <= f.position AND o.kind = 'revised')
          THEN 'revised' ELSE 'in-force' END AS state
      FROM "ObservationInForce" f
      WHERE f."seriesKey" = ${key} AND f.period BETWEEN ${first}::date AND ${last}::date AND f."recordedAt" <= ${known}
      ORDER BY f.period, f.position DESC
    ) in_force
    UNION ALL
    SELECT o.period, o.value::text, o."vintageOn", 'waiting' FROM "Observation" o
    WHERE o."seriesKey" = ${key} AND o.kind = 'quarantined' AND o.period BETWEEN ${first}::date AND ${last}::date
      AND o."recordedAt" <= ${known}
      AND NOT EXISTS (SELECT 1 FROM "ObservationInForce" f
        WHERE f."seriesKey" = o."seriesKey" AND f.period = o.period AND f."recordedAt" <= ${known})
      AND NOT EXISTS (SELECT 1 FROM "QuarantineDecision" d WHERE d."observationId" = o.id AND NOT d.accepted AND d."decidedAt" <= ${known})
    ORDER BY period`;
  return rows.map(({ period, value, vintageOn, state }) => ({
    period: periodOf(period),
    value: plain(value),
    vintage: dayOf(vintageOn),
    state,
  }));
}

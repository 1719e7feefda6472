import { type Day, dayOf } from '#app/money/calendar-day';
import type { Deps } from '#app/platform/deps';
import { type Month } from '../indicators/period';
import type { Measure } from './publication';

/** Rounded, as the newest snapshots hold them: whole percents, US dollars to two digits; null where nothing is published yet. */
export type PublicFigures = {
  from: Month;
  asOf: Day;
  /** At least so many. */
  orders: number;
  cooperatives: number;
  netUsd: string;
  retainedPct: string;
  /** What the local trader would have paid of the same price, over the orders with a recorded baseline, and the producers' gain on it. */
  baselinePct: string | null;
  upliftPct: string | null;
  womensPct: string | null;
};

type Row = {
  measure: Measure;
  takenAt: Date;
  shownFrom: Date;
  shownOrders: number;
  shownCooperatives: number;
  shownNetUsd: string | null;
  shownPct: string | null;
  shownGainPct: string | null;
};

/** What anybody may read of what producers kept, all programmes together: the newest snapshot of each measure, and nothing newer. */
export async function publicFigures(deps: Pick<Deps, 'db'>): Promise<PublicFigures | null> {
  const rows = await deps.db.$queryRaw<Row[]>`
    SELECT s.measure::text AS measure, s."takenAt", s."shownFrom", s."shownOrders", s."shownCooperatives",
           s."shownNetUsd"::text AS "shownNetUsd", s."shownPct"::text AS "shownPct", s."shownGainPct"::text AS "shownGainPct"
      FROM unnest(enum_range(NULL::"PublicMeasure")) AS one(measure)
     CROSS JOIN LATERAL (
           SELECT * FROM "PublicationSnapshot" p WHERE p.measure = one.measure ORDER BY p.number DESC LIMIT 1) s`;
  const of = (measure: Measure) => rows.find((row) => row.measure === measure);
  const kept = of('kept');
  if (!kept || kept.shownNetUsd === null || kept.shownPct === null) return null;
  return {
    from: dayOf(kept.shownFrom).slice(0, 7),
    asOf: dayOf(kept.takenAt),
    orders: kept.shownOrders,
    cooperatives: kept.shownCooperatives,
    netUsd: kept.shownNetUsd,
    retainedPct: kept.shownPct,
    baselinePct: of('baseline')?.shownPct ?? null,
    upliftPct: of('baseline')?.shownGainPct ?? null,
    womensPct: of('women')?.shownPct ?? null,
  };
}

import { plain } from '#app/money/decimal';
import type { Deps } from '#app/platform/deps';
import { OLDEST_RATE_DAYS } from '../series/fx-rate.server';
import { dayStart, daysBetween, isoDay } from '../series/period';
import type { Freshness } from '../series/staleness';

export type RateRow = {
  base: string;
  quote: string;
  /** `rate` units of `quote` for one `base`. */
  rate: string;
  on: string;
  source: string;
  /** Entered by staff, two persons; else a publisher's. */
  isLocal: boolean;
  ageDays: number;
  state: Freshness;
};

/** The Bank publishes each working day, staff about once a month: after this many days either is overdue. */
const FRESH_DAYS = 35;

/** The newest rate of every pair that is known today, with its age; too old ones are there and say so. */
export async function listRates(deps: Pick<Deps, 'db' | 'clock'>): Promise<RateRow[]> {
  const now = deps.clock.now();
  const today = isoDay(now);
  const rows = await deps.db.$queryRaw<
    { base: string; quote: string; rate: string; on: Date; source: string; isLocal: boolean }[]
  >`
    SELECT DISTINCT ON (base, quote) base, quote, rate::text AS rate, "on", source, "importId" IS NULL AS "isLocal" FROM "FxRate"
    WHERE "on" <= ${dayStart(today)}::date AND "recordedAt" <= ${now}
    ORDER BY base, quote, "on" DESC, "recordedAt" DESC, id DESC`;
  return rows.map(({ rate, on, ...row }) => {
    const ageDays = daysBetween(on, dayStart(today));
    const state = ageDays <= FRESH_DAYS ? 'fresh' : ageDays <= OLDEST_RATE_DAYS ? 'stale' : 'expired';
    return { ...row, rate: plain(rate), on: isoDay(on), ageDays, state };
  });
}

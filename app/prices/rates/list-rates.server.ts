import { dayOf, dayStart, daysBetween } from '#app/money/calendar-day';
import { plain } from '#app/money/decimal';
import type { Deps } from '#app/platform/deps';
import { OLDEST_RATE_DAYS } from './fx-rate.server';
import type { Freshness } from '../series/staleness';
import { between } from './fx-route';

export type RateRow = {
  base: string;
  quote: string;
  /** `rate` units of `quote` for one `base`. */
  rate: string;
  on: string;
  source: string;
  /** The day of the publisher's file; null for what staff entered. */
  publishedOn: string | null;
  /** Whose staff entered and approved it, where that is on record. Their names are not for the world. */
  programme: string | null;
  /** Where the pair is known the other way round too: whether this is the one that is used, and whether both are of one day. */
  other: { counts: boolean; sameDay: boolean } | null;
  ageDays: number;
  state: Freshness;
};

/** The Bank publishes each working day, staff about once a month: after this many days either is overdue. */
const FRESH_DAYS = 35;

type Row = Pick<RateRow, 'base' | 'quote' | 'rate' | 'source' | 'programme'> & { on: Date; publishedOn: Date | null };

/** The newest rate of every pair that is known today, with its age; too old ones are there and say so. */
export async function listRates(deps: Pick<Deps, 'db' | 'clock'>): Promise<RateRow[]> {
  const now = deps.clock.now();
  const today = dayOf(now);
  const rows = await deps.db.$queryRaw<Row[]>`
    SELECT DISTINCT ON (r.base, r.quote) r.base, r.quote, r.rate::text AS rate, r."on", r.source, i."publishedOn", o.name AS programme
    FROM "FxRate" r LEFT JOIN "PriceImport" i ON i.id = r."importId"
      LEFT JOIN "PriceProposal" p ON p.id = r."proposalId" LEFT JOIN "Organisation" o ON o.id = p."programmeId"
    WHERE r."on" <= ${dayStart(today)}::date AND r."recordedAt" <= ${now}
    ORDER BY r.base, r.quote, r."on" DESC, r."recordedAt" DESC, r.id DESC`;
  const rates = rows.map(({ rate, on, publishedOn, ...row }) => {
    const ageDays = daysBetween(on, dayStart(today));
    const state: Freshness = ageDays <= FRESH_DAYS ? 'fresh' : ageDays <= OLDEST_RATE_DAYS ? 'stale' : 'expired';
    const day = publishedOn && dayOf(publishedOn);
    return { ...row, rate: plain(rate), on: dayOf(on), publishedOn: day, ageDays, state };
  });
  return rates.map((row) => ({ ...row, other: otherWay(rates, row) }));
}

type Directed = Pick<RateRow, 'base' | 'quote' | 'on'>;

function otherWay(rates: readonly Directed[], row: Directed): RateRow['other'] {
  const reverse = rates.find(({ base, quote }) => base === row.quote && quote === row.base);
  return reverse ? { counts: between(rates, row.base, row.quote) === row, sameDay: reverse.on === row.on } : null;
}

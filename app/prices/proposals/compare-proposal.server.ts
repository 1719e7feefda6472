import { dayOf } from '#app/money/calendar-day';
import { asCurrency } from '#app/money/currency';
import { Decimal, fixed, plain } from '#app/money/decimal';
import type { Deps } from '#app/platform/deps';
import { fxRate } from '../rates/fx-rate.server';
import { movePct, RATE_QUARANTINE_PCT } from '../imports/classify';
import { periodOf } from '../series/period';
import { localSeriesKey } from './local-series';
import type { ProposalFacts } from './proposal-facts.schema';

/** What counts today in the place of a proposed figure, and how far the proposed one is from it. */
export type Comparison = {
  value: string;
  /** A day, or a month. */
  on: string;
  source: string;
  /** Signed, one decimal. */
  changePct: string;
  /** So far that somebody may have slipped by a digit. */
  isLeap: boolean;
};

/** Null where nothing counts yet, and for what is no figure (a series' description). */
export async function compareProposal(
  deps: Pick<Deps, 'db' | 'clock'>,
  { kind, facts }: ProposalFacts,
): Promise<Comparison | null> {
  if (kind === 'fx-rate') {
    const pair = { base: asCurrency(facts.base), quote: asCurrency(facts.quote), on: dayOf(deps.clock.now()) };
    const now = await fxRate(deps, pair);
    const rate = now && { value: now.rate, on: now.date, source: now.source };
    return rate && compared(facts.rate, rate, RATE_QUARANTINE_PCT);
  }
  if (kind !== 'local-price') return null;
  const seriesKey = localSeriesKey(facts);
  const newest =
    seriesKey &&
    (await deps.db.observationInForce.findFirst({
      where: { seriesKey },
      orderBy: [{ period: 'desc' }, { position: 'desc' }],
      include: { series: { select: { source: true, quarantinePct: true } } },
    }));
  if (!newest) return null;
  const { value, period, series } = newest;
  const price = { value: plain(value.toFixed()), on: periodOf(period), source: series.source };
  return compared(facts.price, price, series.quarantinePct.toFixed());
}

/** `leapPct`: the move by which a figure of a file would be put aside. */
function compared(proposed: string, now: Pick<Comparison, 'value' | 'on' | 'source'>, leapPct: string): Comparison {
  const change = new Decimal(proposed).minus(now.value).div(now.value).times(100);
  return { ...now, changePct: fixed(change, 1), isLeap: movePct(now.value, proposed).greaterThan(leapPct) };
}

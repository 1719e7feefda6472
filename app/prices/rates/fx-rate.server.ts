import { dayAfter, dayOf, dayStart } from '#app/money/calendar-day';
import { asCurrency, type Currency } from '#app/money/currency';
import { plain } from '#app/money/decimal';
import { Exact } from '#app/money/exact';
import type { Deps } from '#app/platform/deps';
import type { FxReference } from '../series/known-prices';
import { findRoute, PIVOTS } from './fx-route';

type Reader = Pick<Deps, 'db' | 'clock'>;
type Pair = { base: Currency; quote: Currency; on: string; knownAt?: Date | null };

/** `date` is that of the oldest rate used, `legs` the rates as entered, in order; more than one where it was made through US dollars or euros. */
export type FoundRate = { rate: string; date: string; source: string; legs: readonly FxReference[] };

/** A rate older than this is no rate: local currencies move. */
export const OLDEST_RATE_DAYS = 100;

/** The first day on which a rate is too old to be one. */
export function rateExpiryOf({ on }: Pick<FxReference, 'on'>): string {
  return dayAfter(on, OLDEST_RATE_DAYS + 1);
}

/**
 * `rate` units of `quote` for one `base` on a day: as entered, turned round, or through US dollars or euros; null when none is known or all
 * are too old.
 */
export async function fxRate(deps: Reader, pair: Pair): Promise<FoundRate | null> {
  const legs = await legsBetween(deps, pair);
  if (!legs) return null;
  return {
    rate: rateAlong(legs, pair.base),
    date: oldest(legs),
    source: sourceOf(legs),
    legs,
  };
}

/** The same as a reference that keeps the direction in which the rate was entered. */
export async function fxReference(deps: Reader, pair: Pair): Promise<FxReference | null> {
  const legs = await legsBetween(deps, pair);
  if (!legs) return null;
  const [only] = legs;
  if (legs.length === 1 && only) return only;
  const { base, quote } = pair;
  return { base, quote, rate: rateAlong(legs, base), on: oldest(legs), source: sourceOf(legs) };
}

async function legsBetween(
  deps: Reader,
  { base, quote, on, knownAt = null }: Pair,
): Promise<readonly FxReference[] | null> {
  if (base === quote) return null;
  const since = new Date(dayStart(on).getTime() - OLDEST_RATE_DAYS * 86_400_000);
  const among = [base, quote, ...PIVOTS];
  const rows = await deps.db.$queryRaw<{ base: string; quote: string; rate: string; on: Date; source: string }[]>`
    SELECT DISTINCT ON (base, quote) base, quote, rate::text AS rate, "on", source FROM "FxRate"
    WHERE base = ANY(${among}::text[]) AND quote = ANY(${among}::text[])
      AND "on" BETWEEN ${since}::date AND ${dayStart(on)}::date AND "recordedAt" <= ${knownAt ?? deps.clock.now()}
    ORDER BY base, quote, "on" DESC, "recordedAt" DESC, id DESC`;
  const rates = rows.map((row) => ({
    base: asCurrency(row.base),
    quote: asCurrency(row.quote),
    rate: plain(row.rate),
    on: dayOf(row.on),
    source: row.source,
  }));
  return findRoute(rates, base, quote);
}

/** Product of the legs from `start` on, each in the direction in which it is walked. Divided once, at the end. */
function rateAlong(legs: readonly FxReference[], start: Currency): string {
  let at = start;
  let [above, below] = [Exact.ONE, Exact.ONE];
  for (const { base, quote, rate } of legs) {
    if (base === at) above = above.times(Exact.of(rate));
    else below = below.times(Exact.of(rate));
    at = base === at ? quote : base;
  }
  return above.over(below).toFactor();
}

function oldest(legs: readonly FxReference[]): string {
  return legs.map(({ on }) => on).reduce((a, b) => (a < b ? a : b));
}

/** One leg: its source. More: each with its direction, so that the reader sees that it was worked out. */
function sourceOf(legs: readonly FxReference[]): string {
  const [only] = legs;
  if (legs.length === 1 && only) return only.source;
  return legs.map(({ base, quote, rate, on, source }) => `${source} (${rate} ${quote}/${base}, ${on})`).join('; ');
}

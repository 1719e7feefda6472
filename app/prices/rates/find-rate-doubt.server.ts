import { dayOf } from '#app/money/calendar-day';
import { asCurrency } from '#app/money/currency';
import { Exact } from '#app/money/exact';
import type { Deps } from '#app/platform/deps';
import { fxRate } from './fx-rate.server';
import { rateDoubt, type DirectedRate, type KnownRate, type RateDoubt } from './rate-doubts';

type Reader = Pick<Deps, 'db' | 'clock'>;

/** Looks at a rate that somebody types beside what is known today; null where there is nothing to ask. */
export async function findRateDoubt(deps: Reader, typed: DirectedRate): Promise<RateDoubt | null> {
  const own = await latestOfPair(deps, typed);
  // A rate that is too old for amounts still tells a slip by a digit, where nothing newer does.
  const known = (await inForce(deps, typed)) ?? own;
  return rateDoubt({ typed, known, hasEarlier: own !== null });
}

async function inForce(deps: Reader, { base, quote }: DirectedRate): Promise<KnownRate | null> {
  const pair = { base: asCurrency(base), quote: asCurrency(quote), on: dayOf(deps.clock.now()) };
  const found = await fxRate(deps, pair);
  if (!found) return null;
  const { rate, date, source, legs } = found;
  return { base, quote, rate, on: date, source, through: legs.length > 1 ? legs : [] };
}

/** The newest rate of the pair, entered either way and however old. */
async function latestOfPair(deps: Reader, { base, quote }: DirectedRate): Promise<KnownRate | null> {
  const now = deps.clock.now();
  const row = await deps.db.fxRate.findFirst({
    where: {
      OR: [
        { base, quote },
        { base: quote, quote: base },
      ],
      recordedAt: { lte: now },
    },
    orderBy: [{ on: 'desc' }, { recordedAt: 'desc' }, { id: 'desc' }],
  });
  if (!row) return null;
  const rate = Exact.of(row.rate.toFixed());
  const directed = row.base === base ? rate : Exact.ONE.over(rate);
  return { base, quote, rate: directed.toFactor(), on: dayOf(row.on), source: row.source, through: [] };
}

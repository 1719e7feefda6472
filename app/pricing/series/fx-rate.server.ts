import { asCurrency, type Currency } from '#app/money/currency';
import { Decimal, plain, shortened } from '#app/money/decimal';
import type { Deps } from '#app/platform/deps';
import type { FxReference } from '../valuation/known-prices';
import { dayStart, isoDay } from './period';

type Reader = Pick<Deps, 'db' | 'clock'>;
type Pair = { base: Currency; quote: Currency; on: string; knownAt?: Date | null };

/** A rate older than this is no rate: local currencies move. */
const OLDEST_DAYS = 100;
const PIVOT: Currency = 'USD';
const DIGITS = 24;

/**
 * `rate` units of `quote` for one `base` on a day: as entered, turned round, or through US dollars when each is known against them; null when
 * none is known or all are too old. `date` is that of the older rate used.
 */
export async function fxRate(deps: Reader, pair: Pair): Promise<{ rate: string; date: string; source: string } | null> {
  const reference = await fxReference(deps, pair);
  if (!reference) return null;
  const { base, rate, on: date, source } = reference;
  return { rate: base === pair.base ? rate : shortened(new Decimal(1).div(rate), DIGITS), date, source };
}

/** The same as a reference that keeps the direction in which the rate was entered. */
export async function fxReference(
  deps: Reader,
  { base, quote, on, knownAt = null }: Pair,
): Promise<FxReference | null> {
  if (base === quote) return null;
  const oldest = new Date(dayStart(on).getTime() - OLDEST_DAYS * 86_400_000);
  const among = [base, quote, PIVOT];
  const rows = await deps.db.$queryRaw<{ base: string; quote: string; rate: string; on: Date; source: string }[]>`
    SELECT DISTINCT ON (base, quote) base, quote, rate::text AS rate, "on", source FROM "FxRate"
    WHERE base = ANY(${among}::text[]) AND quote = ANY(${among}::text[])
      AND "on" BETWEEN ${oldest}::date AND ${dayStart(on)}::date AND "recordedAt" <= ${knownAt ?? deps.clock.now()}
    ORDER BY base, quote, "on" DESC, "recordedAt" DESC`;
  const rates = rows.map((row) => ({
    base: asCurrency(row.base),
    quote: asCurrency(row.quote),
    rate: plain(row.rate),
    on: isoDay(row.on),
    source: row.source,
  }));
  return between(rates, base, quote) ?? through(rates, base, quote);
}

/** The newer of the two directions; as entered when they are of the same day. */
function between(rates: readonly FxReference[], a: Currency, b: Currency): FxReference | null {
  const both = rates.filter((r) => (r.base === a && r.quote === b) || (r.base === b && r.quote === a));
  return both.sort((x, y) => (x.on === y.on ? (x.base === a ? -1 : 1) : x.on > y.on ? -1 : 1))[0] ?? null;
}

function through(rates: readonly FxReference[], base: Currency, quote: Currency): FxReference | null {
  const first = between(rates, PIVOT, base);
  const second = between(rates, PIVOT, quote);
  if (!first || !second) return null;
  const perPivot = (r: FxReference): Decimal => (r.base === PIVOT ? new Decimal(r.rate) : new Decimal(1).div(r.rate));
  return {
    base,
    quote,
    rate: shortened(perPivot(second).div(perPivot(first)), DIGITS),
    on: first.on < second.on ? first.on : second.on,
    source: `${second.source} (${second.quote}/${second.base}); ${first.source} (${first.quote}/${first.base})`,
  };
}

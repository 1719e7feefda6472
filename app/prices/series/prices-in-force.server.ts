import { dayOf } from '#app/money/calendar-day';
import { asCurrency } from '#app/money/currency';
import { plain } from '#app/money/decimal';
import { isQuantityUnit } from '#app/money/units';
import type { Deps } from '#app/platform/deps';
import { refuse, ok, type Result } from '#app/platform/result';
import type { ReferencePrice } from './known-prices';
import { lastEndedPeriod, periodOf, periodStart } from './period';
import { expiryOf, freshnessOf, type Freshness } from './staleness';

type PriceInForce = Omit<ReferencePrice, 'state'> & { state: Freshness; expiresOn: string };
/** Prices as a valuation takes them, and apart from them, since evidence holds every word of a price, the day from which each is too old. */
export type UsablePrices = { prices: Map<string, ReferencePrice>; expiresOn: string[] };
export type PriceRefusal = 'price-missing' | 'price-expired';

type Query = { keys: readonly string[]; asOf: string; knownAt: Date | null };
type Row = {
  key: string;
  unit: string;
  currency: string;
  per: string;
  source: string;
  licence: string;
  freshDays: number;
  staleDays: number;
  period: Date;
  value: string;
  vintageOn: Date;
};

/**
 * For each series the value of the last month that had ended on `asOf`, as known at `knownAt` (null: now). Series without any are left
 * out; expired ones are there and say so.
 */
export async function pricesInForce(
  deps: Pick<Deps, 'db' | 'clock'>,
  { keys, asOf, knownAt }: Query,
): Promise<Map<string, PriceInForce>> {
  if (keys.length === 0) return new Map();
  const rows = await deps.db.$queryRaw<Row[]>`
    SELECT s.key, s.unit, s.currency, s.per, s.source, s.licence, s."freshDays", s."staleDays", f.period, f.value, f."vintageOn"
    FROM "Series" s CROSS JOIN LATERAL (
      SELECT period, value::text AS value, "vintageOn" FROM "ObservationInForce"
      WHERE "seriesKey" = s.key AND period <= ${periodStart(lastEndedPeriod(asOf))}::date
        AND "recordedAt" <= ${knownAt ?? deps.clock.now()}
      ORDER BY period DESC, position DESC LIMIT 1
    ) f WHERE s.key = ANY(${[...keys]}::text[])`;
  return new Map(rows.map((row) => [row.key, toPrice(row, asOf)]));
}

function toPrice(row: Row, asOf: string): PriceInForce {
  const { key: series, unit, per, source, licence } = row;
  if (!isQuantityUnit(per)) throw new RangeError(`Series ${series} counts by an unknown unit`);
  const period = periodOf(row.period);
  const currency = asCurrency(row.currency);
  const vintage = dayOf(row.vintageOn);
  return {
    series,
    period,
    value: plain(row.value),
    unit,
    currency,
    per,
    vintage,
    source,
    licence,
    ...freshnessOf(period, asOf, row),
    expiresOn: expiryOf(period, row),
  };
}

/** The same for a valuation: every series must be there and not expired, or it is refused with the reason. */
export async function usablePrices(
  deps: Pick<Deps, 'db' | 'clock'>,
  query: Query,
): Promise<Result<UsablePrices, PriceRefusal>> {
  const found = await pricesInForce(deps, query);
  const usable: UsablePrices = { prices: new Map(), expiresOn: [] };
  for (const series of query.keys) {
    const price = found.get(series);
    const when = query.knownAt && { known: instantText(query.knownAt), asOf: query.asOf };
    if (!price) {
      const key = when ? 'pricing:refusal.priceMissingThen' : 'pricing:refusal.priceMissing';
      return refuse('price-missing', key, { params: { series, ...when } });
    }
    const { state, expiresOn, ...figures } = price;
    const { ageDays, period } = figures;
    if (state === 'expired') {
      const key = when ? 'pricing:refusal.priceExpiredThen' : 'pricing:refusal.priceExpired';
      return refuse('price-expired', key, { params: { series, period, days: ageDays, ...when } });
    }
    usable.prices.set(series, { ...figures, state });
    usable.expiresOn.push(expiresOn);
  }
  return ok(usable);
}

/** An instant as a person reads it, to the minute. */
export function instantText(instant: Date): string {
  return `${instant.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

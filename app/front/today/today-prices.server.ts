import type { Actor } from '#app/identity/actor';
import { asCurrency, isCurrency } from '#app/money/currency';
import type { Deps } from '#app/platform/deps';
import { readMethodBook } from '#app/valuation/methods/method-book.server';
import { fxReference } from '#app/prices/rates/fx-rate.server';
import { listSeriesWithLatest } from '#app/prices/series/list-series-with-latest.server';
import type { FxReference } from '#app/prices/series/known-prices';
import { mineralPrices, type MineralPrice, type UsualLot } from './mineral-prices';

/** References are in dollars, whoever publishes them. */
const WORLD = asCurrency('USD');

export type TodayPrices = { minerals: MineralPrice[]; rate: FxReference | null; currency: string };

/** Each thing read once, however many minerals a cooperative deals in. */
export async function todayPrices(
  deps: Pick<Deps, 'db' | 'clock'>,
  { organisationId, currency, countryCode }: Pick<Actor, 'organisationId' | 'currency' | 'countryCode'>,
): Promise<TodayPrices> {
  const asOf = deps.clock.now().toISOString().slice(0, 10);
  const quote = isCurrency(currency) && currency !== WORLD ? currency : null;
  const [lots, series, book, rate] = await Promise.all([
    usualLots(deps, organisationId),
    listSeriesWithLatest(deps),
    readMethodBook(deps),
    quote ? fxReference(deps, { base: WORLD, quote, on: asOf }) : null,
  ]);
  return { minerals: mineralPrices({ lots, series, book, rate, currency, countryCode, asOf }), rate, currency };
}

/** The newest lot of each mineral. */
async function usualLots({ db }: Pick<Deps, 'db'>, cooperativeId: string): Promise<UsualLot[]> {
  // The client would read every lot to leave out most of them.
  const rows = await db.$queryRaw<{ mineral: string; form: string; grades: unknown; facts: unknown }[]>`
    SELECT DISTINCT ON (mineral) mineral, form, grades, facts FROM "Lot"
     WHERE "cooperativeId" = ${cooperativeId}::uuid ORDER BY mineral, "createdAt" DESC, id DESC`;
  // JSON columns that only create-lot and update-lot write.
  return rows.map(({ mineral, form, grades, facts }) => ({
    mineral,
    form,
    grades: grades as UsualLot['grades'],
    moisturePct: (facts as Record<string, string>)['moisturePct'] ?? '0',
  }));
}

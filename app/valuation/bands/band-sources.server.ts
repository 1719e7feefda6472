import type { Currency } from '#app/money/currency';
import { memoize } from '#app/platform/memoize';
import type { Deps } from '#app/platform/deps';
import type { Result } from '#app/platform/result';
import { publishedCell, type CellKey, type PublishedCell } from '../comparables/published-cell';
import { readCohorts } from '../comparables/read-cohorts.server';
import { readOwnCosts, type OwnCosts } from '../costs/own-costs.server';
import type { MethodBook } from '../methods/method-book';
import { methodIn } from '../methods/method-book';
import { readMethodBook } from '../methods/method-book.server';
import type { Method } from '../methods/method';
import { fxReference } from '#app/prices/rates/fx-rate.server';
import { usablePrices, type PriceRefusal, type UsablePrices } from '#app/prices/series/prices-in-force.server';
import type { FxReference } from '#app/prices/series/known-prices';

type Reader = Pick<Deps, 'db' | 'clock'>;
type Product = { mineral: string; form: string };

/** All that bands of one day may be made from. Each thing is read once, when it is first needed. */
export type BandSources = {
  asOf: string;
  knownAt: Date | null;
  method(product: Product): Promise<Method | null>;
  prices(keys: readonly string[]): Promise<Result<UsablePrices, PriceRefusal>>;
  /** Between two currencies, null where none is known. */
  rate(base: Currency, quote: Currency): Promise<FxReference | null>;
  cell(key: CellKey, units: readonly string[]): Promise<PublishedCell | null>;
  costs(cooperativeId: string, product: Product): Promise<OwnCosts | null>;
};

type Scope = {
  asOf: string;
  knownAt: Date | null;
  /** Narrows what is read to one product and cooperative; null for a whole market. */
  product?: Product | null;
  cooperativeId?: string | null;
};

export function openBandSources(
  deps: Reader,
  { asOf, knownAt, product = null, cooperativeId = null }: Scope,
): BandSources {
  const methodBook = memoize((): Promise<MethodBook> => readMethodBook(deps, { knownAt, product }));
  const cohortsOf = memoize(() => readCohorts(deps, { knownAt, product }));
  const cell = memoize(async (key: CellKey, units: readonly string[]) =>
    publishedCell(await cohortsOf(), { key, units, asOf }),
  );
  const ownCosts = memoize(async () => byProduct(await readOwnCosts(deps, { knownAt, product, cooperativeId })));
  return {
    asOf,
    knownAt,
    async method(asked) {
      return methodIn(await methodBook(), asked);
    },
    prices: memoize((keys) => usablePrices(deps, { keys, asOf, knownAt })),
    rate: memoize((base, quote) => fxReference(deps, { base, quote, on: asOf, knownAt })),
    cell,
    async costs(owner, asked) {
      const all = await ownCosts();
      return all.get(productKey(owner, asked)) ?? null;
    },
  };
}

function byProduct(costs: readonly OwnCosts[]): Map<string, OwnCosts> {
  return new Map(costs.map((one) => [productKey(one.cooperativeId, one), one]));
}

function productKey(cooperativeId: string, { mineral, form }: Product): string {
  return `${cooperativeId} ${mineral}/${form}`;
}

import type { Currency } from '#app/money/currency';
import type { QuantityUnit } from '#app/money/units';

/** An observation in force, with all that a person needs to find it again. `value` is in `unit` (`USD/ozt`). */
export type ReferencePrice = {
  series: string;
  /** `2026-05` */
  period: string;
  value: string;
  unit: string;
  currency: Currency;
  per: QuantityUnit;
  /** The publisher's date of the file it came with. */
  vintage: string;
  source: string;
  licence: string;
  /** Days from the end of the period to the date of the valuation. */
  ageDays: number;
  state: 'fresh' | 'stale';
};

/** `rate` units of `quote` for one `base`: base USD, quote MZN, rate 63.9 reads "63.9 MZN per USD". */
export type FxReference = { base: Currency; quote: Currency; rate: string; on: string; source: string };

/** Everything from outside that a valuation may use; nothing else is looked up. */
export type KnownPrices = {
  prices: ReadonlyMap<string, ReferencePrice>;
  rates: readonly FxReference[];
};

/** Finds the rate between two currencies in either direction; null when none is known (never 1 by assumption). */
export function findRate(rates: readonly FxReference[], from: Currency, to: Currency): FxReference | null {
  return rates.find((r) => (r.base === from && r.quote === to) || (r.base === to && r.quote === from)) ?? null;
}

/** Every series that a list of payables refers to, each once. */
export function seriesOf(payables: readonly { price: object }[]): string[] {
  const keys = payables.flatMap(({ price }) =>
    'series' in price && typeof price.series === 'string' ? [price.series] : [],
  );
  return [...new Set(keys)];
}

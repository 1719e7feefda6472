import { parseAmount, money, toAmount, type Money } from '#app/money/money';
import { startingMethod } from '#app/valuation/methods/starting/starting-methods';
import type { FxReference, ReferencePrice } from '#app/prices/series/known-prices';
import type { BandFacts } from '#app/valuation/bands/band-facts';
import { computeBand, type BandRequest } from '#app/valuation/bands/compute-band';

/** Prices, facts and shorthands of the tests of bands. */
export function reference(series: string, value: string, per: 'ozt' | 't'): [string, ReferencePrice] {
  const rest = {
    period: '2026-05',
    vintage: '2026-06-02',
    source: 'World Bank',
    licence: 'CC BY 4.0',
    ageDays: 2,
    state: 'fresh',
  } as const;
  return [series, { series, value, unit: `USD/${per}`, currency: 'USD', per, ...rest }];
}

export const prices = new Map([
  reference('wb.gold', '4228', 'ozt'),
  reference('wb.silver', '78.01', 'ozt'),
  reference('wb.platinum', '1998.39', 'ozt'),
  reference('wb.tin', '53562.79', 't'),
]);
export const mzn: FxReference = { base: 'USD', quote: 'MZN', rate: '63.9', on: '2026-05-29', source: 'staff' };

export function quantity(value: string, unit: BandFacts['quantity']['unit']): BandFacts['quantity'] {
  return { value, unit, moisturePct: '0', franchisePct: '0' };
}

export const none: Omit<BandFacts, 'quantity'> = { grades: [], originCountry: null, costs: null };
export const dore: BandFacts = {
  ...none,
  quantity: quantity('1000', 'g'),
  grades: [{ element: 'Au', value: '900', unit: 'permil' }],
};

export function band(id: string, facts: BandFacts, extra: Partial<BandRequest> = {}) {
  const method = startingMethod(id);
  if (!method) throw new Error(id);
  return computeBand({ method, facts, known: { prices, rates: [] }, asOf: '2026-05-31', knownAt: null, ...extra });
}

export function points(result: ReturnType<typeof band>): string[] {
  if (!result.ok) throw new Error(result.code);
  return [result.value.floor, result.value.fair, result.value.ceiling].map(({ total }) => toAmount(total));
}

export function usd(amount: string): Money {
  return parseAmount(amount, 'USD') ?? money(0n, 'USD');
}

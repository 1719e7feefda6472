import { asCurrency } from '#app/money/currency';
import { exampleFor } from '#app/valuation/show-methods/example-facts';
import {
  BAND_LEVELS,
  seriesOfMethod,
  type BandLevel,
  type CostSheet,
  type Method,
} from '#app/valuation/methods/method';
import { computeBand } from '#app/valuation/bands/compute-band';
import type { CellFigures } from '#app/valuation/bands/band-basis';
import { SERIES_DEFINITIONS } from '#app/prices/series/series-definitions';
import type { ReferencePrice } from '#app/prices/series/known-prices';
import type { ValuationStep } from '#app/valuation/formula/valuation-steps';
import { quantity } from './band-examples';

const SALES: Omit<CellFigures, 'unit'> = {
  width: 'any-country',
  release: '2026-06-01',
  orders: 27,
  sellers: 9,
  buyers: 8,
  soldFrom: '2024-07-02',
  soldTo: '2026-05-20',
  quality: 'fine',
  size: null,
  country: null,
  percentiles: { '25': '310.2', '50': '402.123456789012345678901', '75': '520' },
};

/**
 * The lines of the three prices of a method for a lot as its page shows one. In dollars, or in another
 * currency at a made-up rate.
 */
export function exampleSteps(method: Method, currency = 'USD'): Record<BandLevel, ValuationStep[]> {
  const bySales = method.family === 'comparables';
  const unit = method.covers.some(({ form }) => form === 'cut' || form === 'rough') ? 'ct' : 'piece';
  const example = exampleFor(method, []);
  const facts = example?.facts ?? {
    ...{ grades: [], originCountry: null, costs: bySales ? null : SHEET },
    quantity: quantity('10', bySales ? unit : 'kg'),
  };
  const made = computeBand({
    ...{ method, facts, asOf: '2026-06-02', knownAt: null, currency: asCurrency(currency) },
    cell: bySales ? { ...SALES, unit } : null,
    known: {
      prices: new Map(seriesOfMethod(method).map((key) => [key, reference(key)])),
      rates: ['TZS', 'MZN', 'PEN', 'UGX'].map((quote) => ({
        ...{ base: 'USD', quote: asCurrency(quote), rate: '2610.5', on: '2026-06-01' },
        source: 'Demo rate, not a market quote',
      })),
    },
  });
  if (!made.ok) throw new Error(`${method.id}: ${made.code}`);
  return Object.fromEntries(BAND_LEVELS.map((level) => [level, made.value[level].steps])) as Record<
    BandLevel,
    ValuationStep[]
  >;
}

const SHEET: CostSheet = {
  ...{ currency: 'MZN', batch: '1000', unit: 'kg', inputs: '1200', energy: '4200', transport: '2200' },
  ...{ hours: '90', livingWagePerHour: '72', contingencyPct: '5' },
};

const VALUES: Record<string, string> = {
  'wb.gold': '4587.21',
  'wb.silver': '78.01',
  'wb.platinum': '1998.39',
  'op.cobalt': '19',
  'op.tungsten-apt': '437',
  'op.tantalite': '88',
};

function reference(key: string): ReferencePrice {
  const definition = SERIES_DEFINITIONS.find((one) => one.key === key);
  if (!definition) throw new Error(`No series ${key}`);
  const { unit, currency, per, source, licence } = definition;
  const value = VALUES[key] ?? '9876.543';
  const rest = { period: '2026-05', vintage: '2026-06-02', ageDays: 2, state: 'fresh' } as const;
  return { series: key, value, unit, currency, per, source, licence, ...rest };
}

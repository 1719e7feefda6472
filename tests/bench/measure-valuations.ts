import { computeBand } from '#app/valuation/bands/compute-band';
import { startingMethod } from '#app/valuation/methods/starting/starting-methods';
import { toAmount } from '#app/money/money';
import type { KnownPrices, ReferencePrice } from '#app/prices/series/known-prices';
import { value } from '#app/valuation/formula/value';
import { valuationSchema, type ValuationRequest } from '#app/valuation/formula/valuation.schema';
import { interleave, type Samples } from './rounds';

const BATCH = 50;
const gold: ReferencePrice = {
  series: 'wb.gold',
  period: '2026-05',
  value: '4228',
  unit: 'USD/ozt',
  currency: 'USD',
  per: 'ozt',
  vintage: '2026-06-02',
  source: 'World Bank',
  licence: 'CC BY 4.0',
  ageDays: 2,
  state: 'fresh',
};
const known: KnownPrices = { prices: new Map([['wb.gold', gold]]), rates: [] };

const DORE = {
  quantity: { value: '1000', unit: 'g' },
  payables: [
    { element: 'Au', grade: { value: '900', unit: 'permil' }, price: { series: 'wb.gold' }, discountPct: '5' },
  ],
  premiums: [{ label: 'Premium', value: '2', currency: 'USD', per: 'g', of: 'Au' }],
} satisfies Partial<ValuationRequest>;

/** Copper concentrate with moisture, deduction, refining and treatment charges, and a penalty in bands. */
const CONCENTRATE = {
  quantity: { value: '600.15', unit: 't', moisturePct: '7.85', franchisePct: '0.85' },
  payables: [
    {
      element: 'Cu',
      grade: { value: '55', unit: '%' },
      deduction: { value: '1.1', unit: '%' },
      price: { value: '3.3044', currency: 'USD', per: 'lb' },
      refining: { value: '0.105', currency: 'USD', per: 'lb' },
    },
  ],
  charges: [
    { label: 'Treatment', value: '160', currency: 'USD', per: 'st' },
    { label: 'Assay', value: '250', currency: 'USD', per: 'lot' },
  ],
  penalties: [
    {
      label: 'As+Sb',
      grade: { value: '6.5', unit: '%' },
      free: '3',
      per: 't',
      currency: 'USD',
      bands: [
        { upTo: '4.5', ratePerUnit: '1.5' },
        { upTo: null, ratePerUnit: '2' },
      ],
    },
  ],
} satisfies Partial<ValuationRequest>;

/** Valuations and bands per second on one core, each with a result that is known. */
export async function measureValuations({ rounds, millis }: { rounds: number; millis: number }): Promise<Samples> {
  const dore = valuation(DORE, '118023.02');
  const concentrate = valuation(CONCENTRATE, '1984292.89');
  const contenders = {
    dore: async () => rateOf(dore, millis),
    concentrate: async () => rateOf(concentrate, millis),
    working: async () => rateOf(working(DORE), millis),
    band: async () => rateOf(goldBand(), millis),
  };
  for (const run of Object.values(contenders)) await run();
  return interleave(contenders, { rounds });
}

function valuation(request: Partial<ValuationRequest>, expected: string): () => void {
  const input = valuationSchema.parse({ asOf: '2026-05-31', currency: 'USD', ...request });
  return () => {
    const result = value(input, known);
    if (!result.ok || toAmount(result.value.total) !== expected) throw new Error(`The valuation is not ${expected}.`);
  };
}

/** What a page or the API shows of one: the total, and the lines that make it. */
function working(request: Partial<ValuationRequest>): () => void {
  const input = valuationSchema.parse({ asOf: '2026-05-31', currency: 'USD', ...request });
  return () => {
    const result = value(input, known);
    if (!result.ok || result.value.steps.at(-1)?.value !== '118023.02')
      throw new Error('The working is not that of the golden case.');
  };
}

function goldBand(): () => void {
  const method = startingMethod('gold-dore/1');
  if (!method) throw new Error('There is no method for gold doré.');
  const { quantity } = valuationSchema.parse({ asOf: '2026-05-31', currency: 'USD', ...DORE });
  const facts = {
    quantity,
    grades: [{ element: 'Au', value: '900', unit: 'permil' as const }],
    originCountry: null,
    costs: null,
  };
  return () => {
    const band = computeBand({ method, facts, known, asOf: '2026-05-31', knownAt: null });
    if (!band.ok || toAmount(band.value.fair.total) !== '118023.02') throw new Error('The band is not the golden one.');
  };
}

function rateOf(act: () => void, millis: number): number {
  const started = performance.now();
  let done = 0;
  for (let passed = 0; passed < millis; passed = performance.now() - started) {
    for (let index = 0; index < BATCH; index += 1) act();
    done += BATCH;
  }
  return done / ((performance.now() - started) / 1000);
}

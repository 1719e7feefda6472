import { beforeAll, describe, expect, it } from 'vitest';
import { bandRequestSchema } from '#app/valuation/api/band-request.schema';
import { bandAnswer } from '#app/valuation/api/price-answers';
import { requestedBand } from '#app/valuation/api/requested-band.server';
import { importVintage } from '#app/prices/imports/import-vintage.server';
import { parseInput } from '#app/valuation/formula/input-issues';
import { testDeps, type TestDeps } from '#tests/support/test-deps';

let deps: TestDeps;

/** Round prices, so that each band below can be redone with a pencil. */
beforeAll(async () => {
  deps = await testDeps();
  const price = (series: string, value: string) => ({ series, period: '2026-05', value });
  await importVintage(deps, {
    source: 'Golden cases',
    fileName: 'golden',
    sha256: 'c'.repeat(64),
    publishedOn: '2026-06-01',
    importedBy: 'test',
    figures: [
      price('wb.gold', '4228'),
      price('wb.silver', '31.1034768'),
      price('wb.platinum', '1000'),
      price('wb.tin', '25000'),
      price('wb.copper', '10000'),
      price('wb.lead', '2000'),
      price('wb.zinc', '3000'),
      price('op.cobalt', '20'),
      price('op.tungsten-apt', '437'),
      price('op.tantalite', '40'),
    ],
  });
});

type Case = [what: string, request: object, figures: [floor: string, fair: string, ceiling: string]];
const t = (value: string, more = {}) => ({ quantity: { value, unit: 't', ...more } });
const grades = (...list: [string, string, string][]) => ({
  grades: list.map(([element, value, unit]) => ({ element, value, unit })),
});

const CASES: Case[] = [
  [
    'gold doré',
    { method: 'gold-dore/1', quantity: { value: '1000', unit: 'g' }, ...grades(['Au', '900', 'permil']) },
    ['116223.02', '118023.02', '127740.02'],
  ],
  [
    'the same in kilograms and percent, by product',
    { mineral: 'gold', form: 'refined', quantity: { value: '1', unit: 'kg' }, ...grades(['Au', '90', '%']) },
    ['116223.02', '118023.02', '127740.02'],
  ],
  [
    // A dollar a gram: 95, 105 and 110% of 1,000.
    'refined silver',
    { mineral: 'silver', form: 'refined', quantity: { value: '1', unit: 'kg' }, ...grades(['Ag', '100', '%']) },
    ['950.00', '1050.00', '1100.00'],
  ],
  [
    'platinum',
    { mineral: 'platinum', form: 'dore', quantity: { value: '10', unit: 'ozt' }, ...grades(['Pt', '800', 'permil']) },
    ['7600.00', '8400.00', '8800.00'],
  ],
  [
    'tin',
    { mineral: 'tin', form: 'concentrate', ...t('10'), ...grades(['Sn', '60', '%']) },
    ['105000.00', '120000.00', '127500.00'],
  ],
  [
    // Ceiling: 24% × (10000 − 0.02125 × 2204.6226…) − 21.25 = 2367.506…. × 10 t dry of 10.
    'copper',
    { mineral: 'copper', form: 'concentrate', ...t('10'), ...grades(['Cu', '25', '%']) },
    ['17886.83', '21168.69', '23675.06'],
  ],
  [
    // Ceiling: 57% × 2000 − 60 = 1080 a tonne dry.
    'lead, wet',
    { mineral: 'lead', form: 'concentrate', ...t('10', { moisturePct: '10' }), ...grades(['Pb', '60', '%']) },
    ['7092.36', '8381.88', '9720.00'],
  ],
  [
    // Ceiling: 42% × 3000 − 80 = 1180. Silver (150 − 93.3104304) × 70% = 39.68269872 g at a dollar. Arsenic
    // 0.1 × 25.
    'zinc with silver and arsenic',
    {
      mineral: 'zinc',
      form: 'concentrate',
      ...t('1'),
      ...grades(['Zn', '50', '%'], ['Ag', '150', 'g/t'], ['As', '3', 'permil']),
    },
    ['875.78', '1085.73', '1217.18'],
  ],
  [
    // 10% of a tonne is 220.462… lb: 40, 50 and 60% of it at 20.
    'cobalt',
    { mineral: 'cobalt', form: 'concentrate', ...t('1'), ...grades(['Co', '10', '%']) },
    ['1763.70', '2204.62', '2645.55'],
  ],
  [
    'tungsten',
    { mineral: 'tungsten', form: 'concentrate', ...t('1'), ...grades(['WO3', '65', '%']) },
    ['18463.25', '21303.75', '22724.00'],
  ],
  [
    'tantalite',
    { mineral: 'tantalum', form: 'concentrate', ...t('25'), ...grades(['Ta2O5', '30', '%']) },
    ['496040.09', '562178.77', '661386.79'],
  ],
  [
    // (1200 + 4200 + 2200 + 90 × 72) × 1.05 ÷ 1000 = 14.784 each.
    'tiles by reference costs',
    { mineral: 'clay', form: 'tiles', quantity: { value: '100', unit: 'piece' }, originCountry: 'MZ' },
    ['1478.40', '1700.16', '1995.84'],
  ],
  [
    'slabs by costs of one’s own',
    {
      mineral: 'dimension-stone',
      form: 'slab',
      quantity: { value: '10', unit: 'm2' },
      currency: 'USD',
      costs: {
        currency: 'USD',
        batch: '10',
        unit: 'm2',
        inputs: '50',
        energy: '20',
        transport: '10',
        hours: '20',
        livingWagePerHour: '1',
        contingencyPct: '0',
      },
    },
    ['100.00', '115.00', '135.00'],
  ],
];

describe('bands of all families', () => {
  it.each(CASES)('%s', async (_, request, figures) => {
    const input = parseInput(bandRequestSchema, { asOf: '2026-05-31', ...request });
    if (!input.ok) throw new Error(JSON.stringify(input.issues));
    const asked = await requestedBand(deps, input.value);
    if (!('result' in asked) || !asked.result.ok) throw new Error(JSON.stringify(asked));
    const { floor, fair, ceiling } = bandAnswer(asked.result.value);
    expect([floor, fair, ceiling].map(({ total }) => total.amount)).toEqual(figures);
    for (const { steps, total } of [floor, fair, ceiling]) {
      const parts = steps.slice(0, -1).filter(({ unit }) => unit === total.currency);
      const sum = parts.reduce((all, { value }) => all + Number(value), 0);
      expect(Math.abs(sum - Number(total.amount))).toBeLessThan(0.0051);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '#app/money/decimal';
import type { ReferencePrice } from '#app/prices/series/known-prices';
import { band, none, points, prices, quantity, reference } from '#tests/support/examples/band-examples';
import type { BandFacts } from './band-facts';

describe('contract terms', () => {
  const usd = [
    reference('wb.copper', '9000', 't'),
    reference('wb.lead', '2000', 't'),
    reference('wb.zinc', '2800', 't'),
  ];
  const minor: [string, ReferencePrice][] = [
    ['op.tungsten-apt', '437', 'MTU'],
    ['op.tantalite', '40', 'lb'],
  ].map(([series = '', value = '', per = '']) => [
    series,
    { ...reference(series, value, 't')[1], per: per as 'MTU', unit: `USD/${per}` },
  ]);
  const known = { prices: new Map([...prices, ...usd, ...minor]), rates: [] };
  const grade = (element: string, value: string, unit: BandFacts['grades'][number]['unit'] = '%') => ({
    element,
    value,
    unit,
  });
  const lot = (...grades: BandFacts['grades']): BandFacts => ({
    ...none,
    quantity: { ...quantity('10', 't'), moisturePct: '8' },
    grades,
  });
  const of = (id: string, ...grades: BandFacts['grades']) => band(id, lot(...grades), { known });

  it('pay for copper, gold and silver, and charge for treatment, refining and arsenic', () => {
    // Fair, by hand: dry 10 × 0.92 × 0.995 = 9.154 t.
    // Cu: min(25 × 96.5%, 25 − 1) = 24%; 9.154 × 24% = 2.19696 t × (9000 × 0.9 − 0.02125 × 2204.62262…) = 17,692.4523…
    // Au: min(2 × 90%, 2 − 1) = 1 g/t → 9.154 g = 0.294308…ozt × (4228 − 5); Ag: min(54, 30) = 30 g/t → 8.829231…ozt × 77.51
    // Treatment 9.154 × 21.25; As 0.3 over 0.2 free: 0.1 × 25 = 2.5 per t.
    const grades = [grade('Cu', '25'), grade('Au', '2', 'g/t'), grade('Ag', '60', 'g/t'), grade('As', '0.3')];
    expect(points(of('copper-concentrate/1', ...grades))).toEqual(['16602.65', '19402.26', '21486.96']);
    const fair = of('copper-concentrate/1', ...grades);
    expect(fair.ok && fair.value.fair.steps.filter(({ unit }) => unit === 'USD').map(({ value }) => value)).toEqual([
      '17692.4523110499',
      '1242.8624056588',
      '684.3542391377',
      '-194.5225',
      '-22.885',
      '19402.26',
    ]);
  });

  it('pay for what was assayed only', () => {
    const plain = of('copper-concentrate/1', grade('Cu', '25'));
    expect(plain.ok && plain.value.fair.references.map(({ series }) => series)).toEqual(['wb.copper']);
    expect(of('copper-concentrate/1', grade('Au', '2', 'g/t'))).toMatchObject({ ok: false, code: 'grade-missing' });
    // A laboratory's ppm counts like percent.
    const inPpm = of('copper-concentrate/1', grade('Cu', '25'), grade('As', '3000', 'ppm'));
    expect(points(inPpm)).toEqual(points(of('copper-concentrate/1', grade('Cu', '25'), grade('As', '0.3'))));
  });

  it('price tungsten by the unit of ten kilograms and tantalite by the pound', () => {
    const dry = (element: string, value: string): BandFacts => ({
      ...none,
      quantity: quantity('1', 't'),
      grades: [grade(element, value)],
    });
    expect(points(band('tungsten-concentrate/1', dry('WO3', '65'), { known }))[1]).toBe('21303.75');
    expect(points(band('tantalum-concentrate/1', dry('Ta2O5', '30'), { known }))[2]).toBe('26455.47');
    expect(band('cobalt-concentrate/1', dry('Co', '10'), { known })).toMatchObject({
      ok: false,
      code: 'price-missing',
    });
  });

  it('have no band where the charges are more than the metal is worth', () => {
    expect(of('lead-concentrate/1', grade('Pb', '3.5'))).toMatchObject({ ok: false, code: 'charges-exceed-value' });
  });

  it('never fall when a paid grade or a price rises, and never rise with a penalty, and add up', () => {
    const tenths = (most: number) => fc.integer({ min: 1, max: most * 10 }).map((n) => `${n / 10}`);
    const total = (result: ReturnType<typeof band>) => (result.ok ? result.value.fair.total.minor : null);
    fc.assert(
      fc.property(
        tenths(50),
        tenths(50),
        tenths(500),
        tenths(500),
        tenths(9),
        tenths(9),
        (cu1, cu2, ag1, ag2, as1, as2) => {
          const [low, high] = [Math.min(Number(cu1), Number(cu2)), Math.max(Number(cu1), Number(cu2))];
          const lots = [
            of('copper-concentrate/1', grade('Cu', `${low + 5}`), grade('Ag', ag1, 'g/t'), grade('As', as1)),
            of('copper-concentrate/1', grade('Cu', `${high + 5}`), grade('Ag', ag1, 'g/t'), grade('As', as1)),
            of(
              'copper-concentrate/1',
              grade('Cu', `${low + 5}`),
              grade('Ag', `${Number(ag1) + Number(ag2)}`, 'g/t'),
              grade('As', as1),
            ),
            of(
              'copper-concentrate/1',
              grade('Cu', `${low + 5}`),
              grade('Ag', ag1, 'g/t'),
              grade('As', `${(Number(as1) * 10 + Number(as2) * 10) / 10}`),
            ),
          ];
          const [base, richer, silvery, worse] = lots.map(total);
          if (typeof base !== 'bigint') return;
          expect((richer ?? 0n) >= base && (silvery ?? 0n) >= base).toBe(true);
          expect(worse === null || (worse ?? 0n) <= base).toBe(true);
          for (const level of ['floor', 'fair', 'ceiling'] as const) {
            const valuation = lots[0]?.ok ? lots[0].value[level] : null;
            const parts = valuation?.steps.slice(0, -1).filter((step) => step.unit === 'USD') ?? [];
            const sum = parts.reduce((all, step) => all.plus(step.value), new Decimal(0)).times(100);
            expect(
              sum
                .minus(`${valuation?.total.minor ?? 0n}`)
                .abs()
                .lessThanOrEqualTo('0.5000001'),
            ).toBe(true);
          }
        },
      ),
    );
  });
});

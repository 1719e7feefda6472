import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money, parseAmount, toAmount, type Money } from '#app/money/money';
import { findMethod, METHODS, methodFor } from '../methods/methods';
import type { FxReference, ReferencePrice } from '../valuation/known-prices';
import type { BandFacts } from './band-facts';
import type { ComparableSale } from './comparables';
import { computeBand, type BandRequest } from './compute-band';

function reference(series: string, value: string, per: 'ozt' | 't'): [string, ReferencePrice] {
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

const prices = new Map([
  reference('wb.gold', '4228', 'ozt'),
  reference('wb.silver', '78.01', 'ozt'),
  reference('wb.platinum', '1998.39', 'ozt'),
  reference('wb.tin', '53562.79', 't'),
]);
const mzn: FxReference = { base: 'USD', quote: 'MZN', rate: '63.9', on: '2026-05-29', source: 'staff' };

function quantity(value: string, unit: BandFacts['quantity']['unit']): BandFacts['quantity'] {
  return { value, unit, moisturePct: '0', franchisePct: '0' };
}

const none: Omit<BandFacts, 'quantity'> = { grades: [], originCountry: null, costs: null };
const dore: BandFacts = {
  ...none,
  quantity: quantity('1000', 'g'),
  grades: [{ element: 'Au', value: '900', unit: 'permil' }],
};

function band(id: string, facts: BandFacts, extra: Partial<BandRequest> = {}) {
  const method = findMethod(id);
  if (!method) throw new Error(id);
  return computeBand({ method, facts, known: { prices, rates: [] }, asOf: '2026-05-31', knownAt: null, ...extra });
}

function points(result: ReturnType<typeof band>): string[] {
  if (!result.ok) throw new Error(result.code);
  return [result.value.floor, result.value.fair, result.value.ceiling].map(({ total }) => toAmount(total));
}

function usd(amount: string): Money {
  return parseAmount(amount, 'USD') ?? money(0n, 'USD');
}

describe('gold', () => {
  it('has the band of the golden cases', () => {
    expect(points(band('gold-dore/1', dore))).toEqual(['116223.02', '118023.02', '127740.02']);
  });

  it.each([
    ['116223.01', 'below-floor', 'floor', '-0.01', '0.00'],
    ['111574.10', 'below-floor', 'floor', '-4648.92', '-4.00'],
    ['116223.02', 'low', 'fair', '-1800.00', '-1.53'],
    ['117573.01', 'low', 'fair', '-450.01', '-0.38'],
    ['117573.02', 'fair', 'fair', '-450.00', '-0.38'],
    ['118023.02', 'fair', 'fair', '0.00', '0.00'],
    ['120452.27', 'fair', 'fair', '2429.25', '2.06'],
    ['120452.28', 'high', 'fair', '2429.26', '2.06'],
    ['127740.02', 'high', 'fair', '9717.00', '8.23'],
    ['127740.03', 'above-ceiling', 'ceiling', '0.01', '0.00'],
  ])('judges an ask of %s as %s', (ask, state, against, gap, gapPct) => {
    const result = band('gold-dore/1', dore, { ask: usd(ask) });
    const verdict = result.ok ? result.value.verdict : null;
    expect(verdict).toMatchObject({ state, against, gapPct });
    expect(verdict && toAmount(verdict.gap)).toBe(gap);
  });

  it('needs a grade of gold and a mass', () => {
    expect(band('gold-dore/1', { ...dore, grades: [] })).toMatchObject({ ok: false, code: 'grade-missing' });
    expect(band('gold-dore/1', { ...dore, quantity: quantity('1', 'piece') })).toMatchObject({
      ok: false,
      code: 'unit-mismatch',
    });
  });

  it('has no band without its price or without a rate for another currency', () => {
    expect(band('gold-dore/1', dore, { known: { prices: new Map(), rates: [] } })).toMatchObject({
      ok: false,
      code: 'price-missing',
    });
    expect(band('gold-dore/1', dore, { currency: 'MZN' })).toMatchObject({ ok: false, code: 'fx-missing' });
    const inMetical = band('gold-dore/1', dore, {
      currency: 'MZN',
      known: { prices, rates: [mzn] },
      ask: usd('118023.02'),
    });
    expect(points(inMetical)[0]).toBe('7426650.97');
    expect(inMetical.ok && inMetical.value.verdict?.state).toBe('fair');
    expect(band('gold-dore/1', dore, { ask: money(1n, 'MZN') })).toMatchObject({ ok: false, code: 'fx-missing' });
  });
});

describe('silver, platinum and tin', () => {
  it('follow their percentages of the reference', () => {
    const silver = {
      ...none,
      quantity: quantity('100', 'ozt'),
      grades: [{ element: 'Ag', value: '100', unit: '%' as const }],
    };
    expect(points(band('silver-dore/1', silver))).toEqual(['7410.95', '8191.05', '8581.10']);
    const tin = {
      ...none,
      quantity: quantity('10', 't'),
      grades: [{ element: 'Sn', value: '60', unit: '%' as const }],
    };
    expect(points(band('tin-concentrate/1', tin))).toEqual(['224963.72', '257101.39', '273170.23']);
  });
});

describe('bricks', () => {
  const bricks = { ...none, quantity: quantity('10000', 'piece'), originCountry: 'MZ' };

  it('cost what their reference costs say, with the working before the sum', () => {
    // 6000 + 14000 + 8000 + 360 × 72 = 53920; + 5% = 56616
    expect(points(band('bricks/1', bricks))).toEqual(['56616.00', '65108.40', '76431.60']);
    const result = band('bricks/1', bricks);
    expect(result.ok && result.value.floor.steps.map((step) => step.value)).toEqual([
      '6000',
      '14000',
      '8000',
      '25920',
      '2696',
      '5.6616',
      '10000',
      '5.6616',
      '56616',
      '56616.00',
    ]);
  });

  it("use the cooperative's own costs first, and have no band without any", () => {
    const costs = {
      currency: 'USD',
      batch: '1',
      unit: 'piece',
      inputs: '0.1',
      energy: '0.1',
      transport: '0.1',
      hours: '0',
      livingWagePerHour: '1',
      contingencyPct: '0',
    } as const;
    expect(points(band('bricks/1', { ...bricks, costs }, { currency: 'USD' }))).toEqual([
      '3000.00',
      '3450.00',
      '4050.00',
    ]);
    expect(band('bricks/1', { ...bricks, originCountry: 'TZ' })).toMatchObject({ ok: false, code: 'costs-missing' });
    expect(band('bricks/1', { ...bricks, quantity: quantity('1', 'm3') })).toMatchObject({
      ok: false,
      code: 'unit-mismatch',
    });
  });

  it('convert at a known rate only', () => {
    expect(band('bricks/1', bricks, { currency: 'USD' })).toMatchObject({ ok: false, code: 'fx-missing' });
    const result = band('bricks/1', bricks, { currency: 'USD', known: { prices, rates: [mzn] } });
    expect(points(result)).toEqual(['886.01', '1018.91', '1196.11']);
  });
});

describe('comparable sales', () => {
  const cell = { form: 'cut', quality: 'fine', size: '1-2', originCountry: 'MG' };
  const stones = { ...none, quantity: quantity('2', 'ct') };
  const sale = (n: number, unitPrice: string, extra: Partial<ComparableSale> = {}): ComparableSale => ({
    ...cell,
    orderId: `o${n}`,
    sellerId: `s${n % 3}`,
    buyerId: `b${n % 3}`,
    soldOn: '2026-01-15',
    unitPrice,
    currency: 'USD',
    ...extra,
  });
  const five = ['10', '20', '30', '40', '50'].map((price, n) => sale(n, price));
  const of = (sales: ComparableSale[]) => band('stones/1', stones, { comparables: { sales, cell } });

  it('give the quartiles of the cell', () => {
    expect(points(of(five))).toEqual(['40.00', '60.00', '80.00']);
  });

  it('are insufficient when too few, too old, of one seller, or not given', () => {
    expect(band('stones/1', stones)).toMatchObject({ ok: false, code: 'insufficient-data' });
    expect(of(five.slice(1))).toMatchObject({ ok: false, code: 'insufficient-data' });
    expect(of(five.map((one) => ({ ...one, sellerId: 's' })))).toMatchObject({ ok: false, code: 'insufficient-data' });
    expect(of(five.map((one) => ({ ...one, soldOn: '2024-05-31' })))).toMatchObject({
      ok: false,
      code: 'insufficient-data',
    });
    expect(of(five.map((one) => ({ ...one, quality: 'good' })))).toMatchObject({
      ok: false,
      code: 'insufficient-data',
    });
  });

  it('widen to other sizes, then to other countries', () => {
    expect(points(of(five.map((one) => ({ ...one, size: '3-4' }))))).toEqual(['40.00', '60.00', '80.00']);
    const mixed = five.map((one, n) => ({ ...one, originCountry: n < 3 ? 'MG' : 'LK' }));
    expect(points(of(mixed))).toEqual(['40.00', '60.00', '80.00']);
  });

  it('never widen so that subtracting a published cell shows a single order', () => {
    const published = five.map((one) => ({ ...one, size: '3-4' }));
    expect(of([...published, sale(9, '99')])).toMatchObject({ ok: false, code: 'insufficient-data' });
  });
});

describe('every method', () => {
  it('is named once, and the newest that covers a product is found', () => {
    expect(new Set(METHODS.map(({ id }) => id)).size).toBe(METHODS.length);
    expect(methodFor({ mineral: 'gold', form: 'dore' })?.id).toBe('gold-dore/1');
    expect(methodFor({ mineral: 'cobalt', form: 'concentrate' })).toBeNull();
  });

  it('gives a band in order for any mass and grade', () => {
    const mass = fc.integer({ min: 1, max: 10 ** 9 }).map((n) => `${n}`);
    const permil = fc.integer({ min: 1, max: 1000 }).map((n) => `${n}`);
    const metals = fc.constantFrom('gold-dore/1', 'silver-dore/1', 'platinum-dore/1', 'tin-concentrate/1');
    fc.assert(
      fc.property(mass, permil, metals, (value, grade, id) => {
        const grades = ['Au', 'Ag', 'Pt', 'Sn'].map((element) => ({ element, value: grade, unit: 'permil' as const }));
        const result = band(id, { ...none, quantity: quantity(value, 'g'), grades });
        expect(result.ok && result.value.floor.total.minor <= result.value.ceiling.total.minor).toBe(true);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money, toAmount } from '#app/money/money';
import { methodIn } from '../methods/method-book';
import { STARTING_METHODS } from '../methods/starting/starting-methods';
import { definitionOf } from '../methods/method-definition.schema';
import { termsOutOfOrder } from '../change-methods/terms-order';
import { band, dore, mzn, none, points, prices, quantity, usd } from '#tests/support/examples/band-examples';
import type { CellFigures } from './band-basis';

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
    // 0.5 h × 200.03 ÷ 3 does not end, three of them are 100.015: the tie goes to the even cent.
    const thirds = { ...costs, currency: 'MZN', batch: '3', hours: '0.5', livingWagePerHour: '200.03' } as const;
    const free = { ...thirds, inputs: '0', energy: '0', transport: '0' };
    expect(points(band('bricks/1', { ...bricks, quantity: quantity('3', 'piece'), costs: free }))[0]).toBe('100.02');
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
  const stones = { ...none, quantity: quantity('2', 'ct') };
  const cell: CellFigures = {
    width: 'any-country',
    unit: 'ct',
    release: '2026-05-01',
    orders: 5,
    sellers: 3,
    buyers: 3,
    soldFrom: '2025-11-02',
    soldTo: '2026-02-11',
    quality: 'fine',
    size: null,
    country: null,
    percentiles: { '25': '20', '50': '30', '75': '40' },
  };

  it('give the quartiles of the cell, and say what they are', () => {
    const result = band('stones/1', stones, { cell });
    expect(points(result)).toEqual(['40.00', '60.00', '80.00']);
    expect(result.ok && result.value.basis).toEqual({ kind: 'sales', cell });
    expect(result.ok && result.value.floor.steps[0]).toMatchObject({ value: '20', unit: 'USD/ct', subject: 'p25' });
    expect(points(band('stones/1', { ...none, quantity: quantity('1', 'g') }, { cell }))[0]).toBe('100.00');
  });

  it('are insufficient without a published cell, and do not mix measures', () => {
    expect(band('stones/1', stones)).toMatchObject({ ok: false, code: 'insufficient-data' });
    const pieces = { ...none, quantity: quantity('2', 'piece') };
    expect(band('stones/1', pieces, { cell })).toMatchObject({ ok: false, code: 'unit-mismatch' });
  });

  it('take the place of costs once there are enough, where a method names both', () => {
    const bricks = { ...none, quantity: quantity('10000', 'piece'), originCountry: 'MZ' };
    const byCost = band('bricks/2', bricks);
    expect(points(byCost)).toEqual(['56616.00', '65108.40', '76431.60']);
    expect(byCost.ok && byCost.value.basis).toMatchObject({ kind: 'costs', of: 'reference', salesTooFew: true });
    const bySales = band('bricks/2', bricks, {
      cell: { ...cell, unit: 'piece', percentiles: { '25': '0.1', '50': '0.12', '75': '0.15' } },
      known: { prices, rates: [mzn] },
    });
    expect(points(bySales)).toEqual(['63900.00', '76680.00', '95850.00']);
    expect(bySales.ok && bySales.value.basis.kind).toBe('sales');
  });
});

describe('every method', () => {
  it('is named once, is whole and in order, and the newest that covers a product is found', () => {
    expect(new Set(STARTING_METHODS.map(({ id }) => id)).size).toBe(STARTING_METHODS.length);
    for (const method of STARTING_METHODS) {
      expect(definitionOf(method)).toEqual(expect.objectContaining({ family: method.family, terms: method.terms }));
      expect([method.id, termsOutOfOrder(method)]).toEqual([method.id, null]);
    }
    expect(methodIn(STARTING_METHODS, { mineral: 'gold', form: 'dore' })?.id).toBe('gold-dore/1');
    expect(methodIn(STARTING_METHODS, { mineral: 'dimension-stone', form: 'slab' })?.id).toBe('dimension-stone/2');
    expect(methodIn(STARTING_METHODS, { mineral: 'uranium', form: 'ore' })).toBeNull();
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

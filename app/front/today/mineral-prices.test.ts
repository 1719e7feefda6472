import { describe, expect, it } from 'vitest';
import { STARTING_METHODS } from '#app/valuation/methods/starting/starting-methods';
import type { SeriesLatest } from '#app/prices/series/list-series-with-latest.server';
import type { FxReference } from '#app/prices/series/known-prices';
import { mineralPrices, type UsualLot } from './mineral-prices';

function series(
  key: string,
  value: string,
  change: Partial<SeriesLatest> & { ageDays?: number; state?: 'expired' } = {},
): SeriesLatest {
  const { ageDays = 2, state = 'fresh', ...rest } = change;
  return {
    ...{
      key,
      commodity: key.split('.').at(-1) ?? '',
      unit: 'USD/ozt',
      currency: 'USD',
      per: 'ozt',
      frequency: 'monthly',
    },
    ...{
      source: 'World Bank',
      licence: 'CC BY 4.0',
      attribution: 'World Bank',
      pageUrl: '',
      freshDays: 45,
      staleDays: 100,
    },
    latest: { period: '2026-05', value, vintage: '2026-06-02', ageDays, state, monthPct: null, yearPct: null },
    recent: [],
    ...rest,
  };
}

const gold: UsualLot = {
  ...{ mineral: 'gold', form: 'dore', moisturePct: '0' },
  grades: [{ element: 'Au', value: '900', unit: 'permil' }],
};
const rate: FxReference = { base: 'USD', quote: 'TZS', rate: '2610', on: '2026-06-01', source: 'Bank of Tanzania' };
const world = series('wb.gold', '4587.21');
const pit = { commodity: 'gold', unit: 'TZS/g', currency: 'TZS', per: 'g', source: 'Pit traders, Geita (TZ)' };
const ask = (change: Partial<Parameters<typeof mineralPrices>[0]> = {}) =>
  mineralPrices({
    ...{
      lots: [gold],
      series: [world],
      book: STARTING_METHODS,
      rate,
      currency: 'TZS',
      countryCode: 'TZ',
      asOf: '2026-06-02',
    },
    ...change,
  });

describe('mineralPrices', () => {
  it('says the reference and the floor of one’s own fineness by the gram, in one’s own money', () => {
    const [price] = ask();
    // 4587.21 ÷ 31.1034768 × 2610 = 384,928.6…; × 95% × 0.9 = 329,113.9…
    expect(price?.reference).toEqual({ value: '384929', currency: 'TZS', per: 'g' });
    expect(price?.floor).toMatchObject({ value: '329114', currency: 'TZS', per: 'g', methodId: 'gold-dore/1' });
    expect(price?.floor?.grade).toEqual({ element: 'Au', value: '900', unit: 'permil' });
    expect(price?.trader).toBeNull();
  });

  it('stays in dollars where no rate is known, and makes none up', () => {
    const [price] = ask({ rate: null });
    expect(price?.reference).toEqual({ value: '147.48', currency: 'USD', per: 'g' });
    expect(price?.floor).toMatchObject({ value: '126.10', currency: 'USD' });
  });

  it('reads a rate that was entered the other way', () => {
    const [price] = ask({ rate: { ...rate, base: 'TZS', quote: 'USD', rate: '0.0004' } });
    expect(price?.reference).toEqual({ value: '368706', currency: 'TZS', per: 'g' });
    expect(price?.floor?.value).toBe('315243');
  });

  it('names the newest price of local traders, of this country only', () => {
    const old = series('local.tz.chunya.gold', '300000', { ...pit, ageDays: 33 });
    const near = series('local.tz.geita.gold', '309500', { ...pit, ageDays: 2 });
    const far = series('local.co.choco.gold', '1', { ...pit, ageDays: 1 });
    const [price] = ask({ series: [world, old, near, far] });
    expect(price?.trader).toMatchObject({ value: '309500', currency: 'TZS', per: 'g', key: 'local.tz.geita.gold' });
    expect(price?.reference.value).toBe('384929');
  });

  it('never uses a price that is too old, nor a trader’s price as the reference', () => {
    expect(ask({ series: [series('wb.gold', '4587.21', { state: 'expired' })] })).toEqual([]);
    expect(ask({ series: [series('local.tz.geita.gold', '309500', pit)] })).toEqual([]);
    expect(ask({ lots: [{ ...gold, mineral: 'sapphire', form: 'rough', grades: [] }] })).toEqual([]);
  });

  it('knows concentrates by the kilogram, and metals that only the operator prices', () => {
    const cobalt: UsualLot = {
      ...{ mineral: 'cobalt', form: 'concentrate', moisturePct: '0' },
      grades: [{ element: 'Co', value: '10', unit: '%' }],
    };
    const copper: UsualLot = { ...cobalt, mineral: 'copper', grades: [{ element: 'Cu', value: '25', unit: '%' }] };
    const prices = ask({
      lots: [cobalt, copper],
      series: [
        series('op.cobalt', '19', { per: 'lb', unit: 'USD/lb' }),
        series('wb.copper', '10000', { per: 't', unit: 'USD/t' }),
        series('wb.gold', '4587.21'),
        series('wb.silver', '78'),
      ],
      rate: null,
      currency: 'USD',
    });
    // 19 ÷ 0.45359237 = 41.89 for a kilogram of cobalt; 10% of it at 40%.
    expect(prices.map(({ reference }) => `${reference.value}/${reference.per}`)).toEqual(['41.89/kg', '10.00/kg']);
    expect(prices[0]?.floor).toMatchObject({ value: '1.68', per: 'kg' });
    expect(Number(prices[1]?.floor?.value)).toBeGreaterThan(1.5);
  });
});

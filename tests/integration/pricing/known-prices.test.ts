import { beforeAll, describe, expect, it } from 'vitest';
import { toAmount } from '#app/money/money';
import { bandFor, type LotFacts } from '#app/valuation/bands/band-for.server';
import { evidenceOf } from '#app/platform/digests/canonical-digest.server';
import { importVintage } from '#app/prices/imports/import-vintage.server';
import { fxRate } from '#app/prices/rates/fx-rate.server';
import { getSeriesPage } from '#app/prices/series/get-series-page.server';
import { listSeriesWithLatest } from '#app/prices/series/list-series-with-latest.server';
import { pricesInForce } from '#app/prices/series/prices-in-force.server';
import { recordFxRate } from '#app/prices/rates/record-fx-rate.server';
import { loadSnapshot } from '#app/prices/snapshot/load-snapshot.server';
import { valuationSchema } from '#app/valuation/formula/valuation.schema';
import { valueLot } from '#app/valuation/formula/value-lot.server';
import { testDeps } from '#tests/support/test-deps';

const deps = await testDeps();
const gold = { keys: ['wb.gold'], knownAt: null };

beforeAll(async () => {
  await loadSnapshot(deps);
  const rate = { base: 'USD', source: 'Banco de Moçambique', enteredBy: 'ana', approvedBy: 'joao' };
  await recordFxRate(deps, { ...rate, quote: 'MZN', rate: '63.9', on: '2026-05-29' });
  await recordFxRate(deps, { ...rate, quote: 'TZS', rate: '2590', on: '2026-05-28' });
  await recordFxRate(deps, { ...rate, quote: 'EUR', rate: '0.8', on: '2024-01-01' });
});

const dore: LotFacts = {
  mineral: 'gold',
  form: 'dore',
  quantity: { value: '1000', unit: 'g' },
  grades: [{ element: 'Au', value: '900', unit: 'permil' }],
  facts: {},
  originCountry: 'TZ',
  currency: 'USD',
};

describe('the shipped snapshot', () => {
  // One of 12 × 120 is missing at the publisher: phosphate rock of one month.
  it('holds ten years of twelve series, and is taken in once', async () => {
    expect(await deps.db.series.count()).toBe(12);
    const again = await loadSnapshot(deps);
    expect(again).toMatchObject({ status: 'unchanged', publishedOn: '2026-06-02', read: 1439, unchanged: 1439 });
  });

  it('gives the full file room: what it has more is new, what it has too is unchanged', async () => {
    const figures = [
      { series: 'wb.gold', period: '2016-05', value: '1260.95' },
      { series: 'wb.gold', period: '2026-05', value: '4587.21' },
    ];
    const file = {
      source: 'pink-sheet',
      fileName: 'full.xlsx',
      sha256: 'a'.repeat(64),
      publishedOn: '2026-06-02',
      importedBy: 'test',
    };
    const summary = await importVintage(deps, { ...file, figures });
    expect(summary).toMatchObject({ status: 'accepted', read: 2, new: 1, unchanged: 1, quarantined: 0 });
  });
});

describe('pricesInForce', () => {
  it('gives the last month that has ended, with its age and state', async () => {
    const on = async (asOf: string) => (await pricesInForce(deps, { ...gold, asOf })).get('wb.gold');
    expect(await on('2026-05-31')).toEqual({
      series: 'wb.gold',
      period: '2026-05',
      value: '4587.21',
      unit: 'USD/ozt',
      currency: 'USD',
      per: 'ozt',
      vintage: '2026-06-02',
      source: 'World Bank Commodity Price Data (The Pink Sheet)',
      licence: 'CC BY 4.0',
      ageDays: 0,
      state: 'fresh',
      expiresOn: '2026-09-09',
    });
    expect(await on('2026-05-30')).toMatchObject({ period: '2026-04', ageDays: 30, state: 'fresh' });
    expect(await on('2026-07-15')).toMatchObject({ period: '2026-05', ageDays: 45, state: 'fresh' });
    expect(await on('2026-07-16')).toMatchObject({ ageDays: 46, state: 'stale' });
    expect(await on('2026-09-08')).toMatchObject({ ageDays: 100, state: 'stale' });
    expect(await on('2026-09-09')).toMatchObject({ ageDays: 101, state: 'expired' });
    expect(await on('2016-01-01')).toBeUndefined();
  });

  it('knows nothing before it was told', async () => {
    const before = await pricesInForce(deps, {
      ...gold,
      asOf: '2026-05-31',
      knownAt: new Date('2026-06-02T07:59:59Z'),
    });
    expect(before.size).toBe(0);
  });
});

describe('fxRate', () => {
  it('gives the rate, turned round, or through dollars; never an old one, never an assumed one', async () => {
    const rate = (base: 'USD' | 'MZN' | 'TZS' | 'EUR' | 'KES', quote: typeof base, on = '2026-06-02') =>
      fxRate(deps, { base, quote, on });
    expect(await rate('USD', 'MZN')).toMatchObject({ rate: '63.9', date: '2026-05-29', source: 'Banco de Moçambique' });
    expect((await rate('MZN', 'USD'))?.rate).toMatch(/^0\.0156494522691705/);
    expect(await rate('MZN', 'TZS')).toMatchObject({ date: '2026-05-28' });
    expect((await rate('MZN', 'TZS'))?.rate).toMatch(/^40\.53208137715179/);
    expect(await rate('USD', 'EUR')).toBeNull();
    expect(await rate('USD', 'KES')).toBeNull();
    expect(await rate('USD', 'USD')).toBeNull();
    expect(await rate('USD', 'MZN', '2026-05-28')).toBeNull();
    expect(await rate('USD', 'MZN', '2026-09-30')).toBeNull();
  });

  it('through another currency loses nothing on the way: a tie goes to the even coin', async () => {
    const parties = { on: '2026-05-29', source: 'European Central Bank', enteredBy: 'ana', approvedBy: 'joao' };
    for (const [quote, rate] of [
      ['USD', '1.1234'],
      ['JPY', '170.15'],
    ] as const)
      expect((await recordFxRate(deps, { base: 'EUR', quote, rate, ...parties })).ok).toBe(true);
    const inYen = async (price: string) => {
      const valued = await valueLot(
        deps,
        valuationSchema.parse({
          ...{ asOf: '2026-05-31', currency: 'JPY', quantity: { value: '1', unit: 'piece' } },
          payables: [{ element: 'unit', price: { value: price, currency: 'USD', per: 'piece' } }],
        }),
      );
      if (!valued.ok) throw new Error(valued.code);
      return valued.value.valuation.total.minor;
    };
    // × 170.15 ÷ 1.1234: 1701.5, 8507.5 and 15313.5 exactly.
    expect([await inYen('11.234'), await inYen('56.17'), await inYen('101.106')]).toEqual([1702n, 8508n, 15314n]);
  });

  it('is refused when one person entered and approved it, or when it is none', async () => {
    const input = {
      base: 'USD',
      quote: 'MZN',
      rate: '64',
      on: '2026-06-01',
      source: 's',
      enteredBy: 'ana',
      approvedBy: 'ana',
    };
    expect(await recordFxRate(deps, input)).toMatchObject({ ok: false, code: 'same-person' });
    for (const rate of ['0', '-1', '1e3', 'NaN', '']) {
      expect(await recordFxRate(deps, { ...input, rate, approvedBy: 'joao' })).toMatchObject({
        ok: false,
        code: 'bad-rate',
      });
    }
    expect(await recordFxRate(deps, { ...input, quote: 'USD', approvedBy: 'joao' })).toMatchObject({
      ok: false,
      code: 'bad-rate',
    });
  });
});

describe('bandFor', () => {
  it('prices a lot from the snapshot, with its reference value and evidence that can be checked', async () => {
    const result = await bandFor(deps, {
      facts: dore,
      ask: { minor: 12_000_000n, currency: 'USD' },
      asOf: '2026-05-31',
    });
    if (!result.ok) throw new Error(result.code);
    const { methodId, floor, fair, ceiling, verdict, referenceMinor, canonical, sha256, references } = result.value;
    // 900 g ÷ 31.1034768 × 4587.21 = 132734.00…
    expect([floor, fair, ceiling].map(toAmount)).toEqual(['126097.30', '127897.30', '138134.00']);
    expect(referenceMinor).toBe(13_273_400n);
    expect(methodId).toBe('gold-dore/1');
    expect(verdict).toMatchObject({ state: 'below-floor', gapPct: '-4.84' });
    expect(references).toHaveLength(1);
    expect(evidenceOf(JSON.parse(canonical) as object)).toEqual({ canonical, sha256 });
    const again = await bandFor(deps, {
      facts: dore,
      ask: { minor: 12_000_000n, currency: 'USD' },
      asOf: '2026-05-31',
    });
    expect(again.ok && again.value.sha256).toBe(sha256);
  });

  it('is in the currency of the lot, at a rate that is named', async () => {
    const result = await bandFor(deps, { facts: { ...dore, currency: 'TZS' }, asOf: '2026-06-02' });
    expect(result.ok && result.value.rates).toEqual([
      { base: 'USD', quote: 'TZS', rate: '2590', on: '2026-05-28', source: 'Banco de Moçambique' },
    ]);
    const bricks = { ...dore, mineral: 'clay', form: 'bricks', grades: [], originCountry: 'MZ', currency: 'MZN' };
    const inMetical = await bandFor(deps, {
      facts: { ...bricks, quantity: { value: '1000', unit: 'piece' } },
      asOf: '2026-06-02',
    });
    expect(inMetical.ok && inMetical.value).toMatchObject({
      methodId: 'bricks/2',
      rates: [],
      references: [],
      referenceMinor: null,
    });
  });

  it('dries a concentrate by its moisture', async () => {
    const tin = { ...dore, mineral: 'tin', form: 'concentrate', quantity: { value: '10', unit: 't' } };
    const grades = [{ element: 'Sn', value: '60', unit: '%' as const }];
    const band = async (facts: Record<string, string>) => {
      const result = await bandFor(deps, { facts: { ...tin, grades, facts }, asOf: '2026-05-31' });
      return result.ok && toAmount(result.value.fair);
    };
    expect(await band({})).toBe('257101.39');
    expect(await band({ moisturePct: '10' })).toBe('231391.25');
  });

  it.each([
    ['an expired price', { asOf: '2026-12-01' }, 'price-expired'],
    ['a price that is not there yet', { asOf: '2010-01-01' }, 'price-missing'],
    ['a currency with no rate', { facts: { ...dore, currency: 'KES' } }, 'fx-missing'],
    ['a product with no method', { facts: { ...dore, mineral: 'uranium', form: 'ore' } }, 'method-missing'],
    ['a product with no comparable sales', { facts: { ...dore, mineral: 'ruby', form: 'cut' } }, 'insufficient-data'],
    [
      'a unit that measures something else',
      { facts: { ...dore, quantity: { value: '1', unit: 'bag' } } },
      'unit-mismatch',
    ],
    ['no grade', { facts: { ...dore, grades: [] } }, 'grade-missing'],
  ])('gives no band for %s, but the reason', async (_, extra, code) => {
    const result = await bandFor(deps, { facts: dore, asOf: '2026-05-31', ...extra });
    expect(result).toMatchObject({
      ok: false,
      code,
      messageKey: expect.stringMatching(/^pricing:refusal\./) as string,
    });
  });
});

describe('valueLot', () => {
  it('resolves prices, and keeps the older price for what is asked as known earlier', async () => {
    const input = valuationSchema.parse({
      asOf: '2026-05-31',
      currency: 'USD',
      quantity: { value: '1', unit: 'ozt' },
      payables: [{ element: 'Au', grade: { value: '100', unit: '%' }, price: { series: 'wb.gold' } }],
    });
    deps.clock.set('2026-07-02T08:00:00Z');
    const file = {
      source: 'pink-sheet',
      fileName: 'july.xlsx',
      sha256: 'b'.repeat(64),
      publishedOn: '2026-07-02',
      importedBy: 'test',
    };
    await importVintage(deps, { ...file, figures: [{ series: 'wb.gold', period: '2026-05', value: '4600' }] });
    const total = async (knownAt: string | null) => {
      const result = await valueLot(deps, { ...input, knownAt });
      return result.ok && toAmount(result.value.valuation.total);
    };
    expect(await total(null)).toBe('4600.00');
    expect(await total('2026-06-30T00:00:00Z')).toBe('4587.21');
    expect(await total('2026-06-01T00:00:00Z')).toBe(false);
  });
});

describe('pages of series', () => {
  it('show value, age and change in two queries', async () => {
    const list = await listSeriesWithLatest(deps);
    expect(list).toHaveLength(12);
    const tin = list.find(({ key }) => key === 'wb.tin');
    expect(tin?.latest).toMatchObject({
      period: '2026-05',
      value: '53562.79',
      state: 'fresh',
      monthPct: '9.7',
      yearPct: '67.5',
    });
    expect(tin?.recent).toHaveLength(25);
  });

  it('show ten years and what was revised', async () => {
    const page = await getSeriesPage(deps, { key: 'wb.gold', knownOn: null });
    expect(page?.history).toHaveLength(120);
    expect(page?.history.at(-1)).toEqual({ period: '2026-05', value: '4600', vintage: '2026-07-02', state: 'revised' });
    expect(page?.revisions).toEqual([
      { period: '2026-05', before: '4587.21', after: '4600', material: false, vintage: '2026-07-02' },
    ]);
    expect(await getSeriesPage(deps, { key: 'wb.unobtainium', knownOn: null })).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { isThick, newCohorts, type Cohort, type Sale } from './cohorts';
import { percentile, publishedCell, type PublishedCell, type PublishedCohort } from './published-cell';

// Whole markets over four years: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

type Priced = Sale & { unitPrice: string };

const COUNTRIES = ['MG', 'TZ', 'MZ'];
const SIZES = ['1-2-ct', '2-5-ct'];

const sale = fc.record({
  month: fc.integer({ min: 0, max: 20 }),
  seller: fc.integer({ min: 0, max: 5 }),
  buyer: fc.integer({ min: 0, max: 4 }),
  size: fc.constantFrom(...SIZES),
  price: fc.integer({ min: 1, max: 999 }),
});
const history = fc.array(sale, { minLength: 5, maxLength: 60 });

function monthOf(index: number): string {
  return `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The market as it was lived: sales month by month, a release on the first of each. */
function live(sales: Priced[]): { cohorts: Cohort[]; months: string[]; releases: Map<Cohort, string> } {
  const cohorts: Cohort[] = [];
  const releases = new Map<Cohort, string>();
  const months = Array.from({ length: 48 }, (_, index) => `${monthOf(index)}-01`);
  for (const month of months) {
    const held = new Set(cohorts.flatMap(({ saleIds }) => saleIds));
    for (const cohort of newCohorts(
      sales.filter(({ id }) => !held.has(id)),
      month,
    )) {
      cohorts.push(cohort);
      releases.set(cohort, month);
    }
  }
  return { cohorts, months, releases };
}

function salesOf(drawn: { month: number; seller: number; buyer: number; size: string; price: number }[]): Priced[] {
  return drawn.map(({ month, seller, buyer, size, price }, index) => ({
    id: `o${index}`,
    sellerId: `s${seller}`,
    buyerId: `b${buyer}`,
    mineral: 'sapphire',
    form: 'cut',
    quality: 'good',
    size,
    // A seller digs in one country.
    originCountry: COUNTRIES[seller % COUNTRIES.length] ?? 'MG',
    unit: 'ct',
    soldOn: `${monthOf(month)}-15`,
    unitPrice: `${price}`,
  }));
}

/** Everything an onlooker ever sees: each cell, in each month, with the orders that are in it. */
function everySight(sales: Priced[]): { cell: PublishedCell; ids: Set<string> }[] {
  const { cohorts, months, releases } = live(sales);
  const byId = new Map(sales.map((one) => [one.id, one]));
  // Single orders are told apart by a seller's name that holds their own id.
  const published: PublishedCohort[] = cohorts.map(({ saleIds, ...key }) => ({
    ...key,
    month: '',
    sales: saleIds.map((id) => ({ unitPrice: byId.get(id)?.unitPrice ?? '', sellerId: id, buyerId: id })),
  }));
  cohorts.forEach((cohort, index) => {
    const one = published[index];
    if (one) one.month = releases.get(cohort) ?? '';
  });
  return months.flatMap((asOf) =>
    COUNTRIES.flatMap((originCountry) =>
      SIZES.flatMap((size) => {
        const key = { mineral: 'sapphire', form: 'cut', quality: 'good', size, originCountry };
        const cell = publishedCell(published, { key, units: ['ct'], asOf });
        if (!cell) return [];
        const within = published.filter(
          (one) =>
            one.month <= asOf &&
            one.soldFrom >= `${Number(asOf.slice(0, 4)) - 2}${asOf.slice(4)}` &&
            (cell.width === 'any-country' ||
              (one.country === originCountry && (cell.width === 'any-size' || one.size === size))),
        );
        return [{ cell, ids: new Set(within.flatMap(({ sales: list }) => list.map(({ sellerId }) => sellerId))) }];
      }),
    ),
  );
}

describe('published cells', () => {
  it('differ from each other, and from themselves over time, by nothing or by enough orders that none stands out', () => {
    let seen = 0;
    fc.assert(
      fc.property(history, (drawn) => {
        const sales = salesOf(drawn);
        const sights = everySight(sales);
        const distinct = [...new Map(sights.map(({ ids }) => [[...ids].sort().join(), ids])).values()];
        seen += distinct.length;
        for (const { cell, ids } of sights) expect(cell.orders).toBe(ids.size);
        for (const one of distinct) {
          expect(isThick(sales.filter(({ id }) => one.has(id)))).toBe(true);
          for (const other of distinct) {
            const left = sales.filter(({ id }) => one.has(id) && !other.has(id));
            const both = sales.filter(({ id }) => one.has(id) && other.has(id));
            expect(left.length === 0 || isThick(left)).toBe(true);
            expect(both.length === 0 || isThick(both)).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
    expect(seen).toBeGreaterThan(20);
  });

  it('tell no order from its fellows: prices that change places within a cohort change nothing that is ever seen', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 1000 }), (drawn, turn) => {
        const sales = salesOf(drawn);
        const { cohorts } = live(sales);
        const swapped = sales.map((one) => ({ ...one }));
        for (const { saleIds } of cohorts) {
          saleIds.forEach((id, index) => {
            const from = sales.find((one) => one.id === saleIds[(index + turn) % saleIds.length]);
            const to = swapped.find((one) => one.id === id);
            if (from && to) to.unitPrice = from.unitPrice;
          });
        }
        const figures = (list: Priced[]) =>
          everySight(list).map(({ cell }) => [
            cell.width,
            cell.release,
            cell.orders,
            ...[25, 50, 75].map((p) => percentile(cell.unitPrices, p).toFixed()),
          ]);
        expect(figures(swapped)).toEqual(figures(sales));
      }),
      { numRuns: 12 },
    );
  });

  it('never depend on a price for when they come', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 2, max: 9 }), (drawn, factor) => {
        const sales = salesOf(drawn);
        const dearer = sales.map((one) => ({ ...one, unitPrice: `${Number(one.unitPrice) * factor}` }));
        expect(live(dearer).cohorts).toEqual(live(sales).cohorts);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a cell', () => {
  const five = (size: string, soldOn: string) =>
    ['10', '20', '30', '40', '50'].map((unitPrice, n): Priced => ({
      ...{ id: `${size}${soldOn}${n}`, sellerId: `s${n % 3}`, buyerId: `b${n % 3}`, mineral: 'ruby', form: 'cut' },
      ...{ quality: 'fine', size, originCountry: 'MG', unit: 'ct', soldOn, unitPrice },
    }));
  const publish = (sales: Priced[], month: string): PublishedCohort[] =>
    newCohorts(sales, month).map(({ saleIds, ...key }) => ({
      ...key,
      month,
      sales: sales.filter(({ id }) => saleIds.includes(id)),
    }));
  const key = { mineral: 'ruby', form: 'cut', quality: 'fine', size: '1-2-ct', originCountry: 'MG' };

  it('has the quartiles of its orders, changes on the first of a month, and ends after 24 months', () => {
    const cohorts = publish(five('1-2-ct', '2026-01-15'), '2026-02-01');
    const at = (asOf: string) => publishedCell(cohorts, { key, units: ['ct'], asOf });
    expect(at('2026-01-31')).toBeNull();
    const cell = at('2026-02-01');
    expect(cell && [25, 50, 75].map((p) => percentile(cell.unitPrices, p).toFixed())).toEqual(['20', '30', '40']);
    expect(at('2028-01-31')).not.toBeNull();
    expect(at('2028-02-01')).toBeNull();
  });

  it('widens to other sizes, then to other countries, and says so', () => {
    const cohorts = publish(five('1-2-ct', '2026-01-15'), '2026-02-01');
    const width = (size: string, originCountry: string) =>
      publishedCell(cohorts, { key: { ...key, size, originCountry }, units: ['ct'], asOf: '2026-03-01' })?.width;
    expect([width('1-2-ct', 'MG'), width('2-5-ct', 'MG'), width('2-5-ct', 'TZ')]).toEqual([
      'exact',
      'any-size',
      'any-country',
    ]);
    expect(publishedCell(cohorts, { key: { ...key, quality: 'good' }, units: ['ct'], asOf: '2026-03-01' })).toBeNull();
  });

  it.each([
    ['four orders', (all: Priced[]) => all.slice(1)],
    ['one seller', (all: Priced[]) => all.map((one) => ({ ...one, sellerId: 's' }))],
    ['two buyers', (all: Priced[]) => all.map((one, n) => ({ ...one, buyerId: `b${n % 2}` }))],
  ])('is not published with %s', (_why, change) => {
    expect(publish(change(five('1-2-ct', '2026-01-15')), '2026-06-01')).toEqual([]);
  });
});

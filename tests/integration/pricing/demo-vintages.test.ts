import { beforeAll, describe, expect, it } from 'vitest';
import { bandFor, type LotFacts } from '#app/valuation/bands/band-for.server';
import { ensureStartingMethods } from '#app/valuation/methods/ensure-starting-methods.server';
import { findMethod, readMethodBook } from '#app/valuation/methods/method-book.server';
import { getSeriesHistory } from '#app/prices/series/get-series-history.server';
import { lastRecorded } from '#app/prices/series/get-series.server';
import { pricesInForce } from '#app/prices/series/prices-in-force.server';
import { loadSnapshot, snapshotVintage } from '#app/prices/snapshot/load-snapshot.server';
import { publicationDays, publishedAt } from '#prisma/seed/prices/publication-days';
import { seedVintage } from '#prisma/seed/prices/seed-vintage';
import { createSeedDeps } from '#prisma/seed/seed-world';
import { testDeps } from '#tests/support/test-deps';

const installed = await testDeps();
const demo = await testDeps();
const KEYS = ['wb.gold', 'wb.tin', 'wb.phosphate-rock'];
const OWN_KEYS = ['op.cobalt', 'op.tungsten-apt', 'op.tantalite'];

beforeAll(async () => {
  await loadSnapshot(installed);
  await ensureStartingMethods(installed);
  const seed = createSeedDeps(demo);
  for (const day of publicationDays()) {
    seed.clock.set(publishedAt(day));
    await ensureStartingMethods(seed);
    await seedVintage(seed, day);
  }
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

describe('the price history of a demo', () => {
  it('knew at any time only what was out then', async () => {
    const known = (key: string, knownAt: string) => getSeriesHistory(demo, { key, from: null, to: null, knownAt });
    for (const key of [...KEYS, ...OWN_KEYS]) {
      const midYear = (await known(key, '2025-07-01T12:00:00Z')) ?? [];
      expect([key, midYear.at(-1)]).toMatchObject([key, { period: '2025-05', vintage: '2025-06-03' }]);
      expect((await known(key, '2025-07-02T05:00:00Z'))?.at(-1)).toMatchObject({
        period: '2025-06',
        vintage: '2025-07-02',
      });
      expect(await known(key, '2024-05-02T04:59:59Z')).toEqual([]);
      expect((await known(key, '2024-05-02T05:00:00Z'))?.at(-1)).toMatchObject({ period: '2024-04' });
    }
  });

  it('has every value once, of no month that had not ended; what leapt waits until staff believe it', async () => {
    const brought = await demo.db.observation.groupBy({ by: ['kind'], _count: true, orderBy: { kind: 'asc' } });
    expect(brought).toEqual([
      { kind: 'new', _count: 1438 + 81 },
      { kind: 'quarantined', _count: 1 },
    ]);
    const late = await demo.db.observation.count({
      where: { period: { gte: demo.db.observation.fields.vintageOn } },
    });
    expect(late).toBe(0);
    // Every later file says January's leap again, and nobody has accepted it here.
    for (const knownAt of ['2026-02-28T00:00:00Z', null]) {
      const leapt = await getSeriesHistory(demo, { key: 'wb.silver', from: '2025-12', to: '2026-01', knownAt });
      expect(leapt?.map(({ period, value, state }) => [period, value, state])).toEqual([
        ['2025-12', '62.34', 'in-force'],
        ['2026-01', '92.06', 'waiting'],
      ]);
    }
    expect(await lastRecorded(demo, 'wb.gold')).toEqual(publishedAt('2026-06-02'));
  });

  it('ends with the shipped file, by its own name, day and digest', async () => {
    const { fileName, sha256, source } = snapshotVintage();
    const [newest] = await demo.db.priceImport.findMany({
      where: { source },
      orderBy: { publishedOn: 'desc' },
      take: 1,
    });
    expect(newest).toMatchObject({ fileName, sha256, read: 1439, new: 12, importedBy: 'snapshot' });
    expect(await demo.db.priceImport.count({ where: { source } })).toBe(26);
  });

  it('gives today the prices and bands of an installation that took the shipped file at once', async () => {
    const query = { keys: KEYS, asOf: '2026-06-02', knownAt: null };
    expect(await pricesInForce(demo, query)).toEqual(await pricesInForce(installed, query));
    const band = async (deps: typeof demo) => {
      const made = await bandFor(deps, { facts: dore, asOf: '2026-06-02' });
      if (!made.ok) throw new Error(made.code);
      return [made.value.floor, made.value.fair, made.value.ceiling, made.value.references];
    };
    expect(await band(demo)).toEqual(await band(installed));
  });
});

describe('a starting method', () => {
  it('was approved by the day on which its installation began, and no word of ours is younger', async () => {
    for (const method of await readMethodBook(demo)) {
      expect([method.id, method.approvedBy]).toEqual([method.id, { name: 'Fairlode maintainers', on: '2024-05-02' }]);
      const own = method.sources.filter(({ url }) => url === null).map(({ on }) => on);
      expect([method.id, own.filter((on) => on > '2024-05-02')]).toEqual([method.id, []]);
    }
    expect(await findMethod(demo, 'bricks/2')).toMatchObject({ approvedBy: { on: '2024-05-02' } });
  });

  it('keeps the day of its approval in an installation that begins later', async () => {
    expect(await findMethod(installed, 'gold-dore/1')).toMatchObject({ approvedBy: { on: '2026-06-01' } });
    expect((await readMethodBook(installed)).every(({ approvedBy }) => approvedBy.on === '2026-06-01')).toBe(true);
  });
});

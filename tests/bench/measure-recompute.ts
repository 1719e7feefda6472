import { refreshListedLots } from '#app/catalogue/lot-band/refresh-listed-lots.server';
import type { Deps } from '#app/platform/deps';
import { importVintage } from '#app/prices/imports/import-vintage.server';

export type RecomputeFigures = { lots: number; unchangedSeconds: number; changedSeconds: number; changed: number };

/**
 * How long it takes to value a whole market anew: once where nothing has changed, once after new prices of
 * all metals.
 */
export async function measureRecompute(deps: Deps, { lots }: { lots: number }): Promise<RecomputeFigures> {
  await multiplyLots(deps, lots);
  await refreshListedLots(deps);
  const unchanged = await timed(() => refreshListedLots(deps));
  await newPrices(deps);
  const changed = await timed(() => refreshListedLots(deps));
  if (changed.result.recomputed < lots) throw new Error('The benchmark has fewer lots than it should.');
  return {
    lots: changed.result.recomputed,
    unchangedSeconds: unchanged.seconds,
    changedSeconds: changed.seconds,
    changed: changed.result.changed,
  };
}

/** Open lots of every kind that the demo has, over and over. */
async function multiplyLots(deps: Deps, wanted: number): Promise<void> {
  await deps.db.$executeRaw`
    INSERT INTO "Lot" SELECT (r).* FROM (
      SELECT jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(), 'number', 'R-' || gen_random_uuid())) AS r
        FROM "Lot" l, generate_series(1, ${wanted}) WHERE l.state = 'listed' LIMIT ${wanted}) many`;
}

async function newPrices(deps: Deps): Promise<void> {
  const metals = [
    'wb.gold',
    'wb.silver',
    'wb.platinum',
    'wb.tin',
    'wb.copper',
    'op.cobalt',
    'op.tungsten-apt',
    'op.tantalite',
  ];
  const rows = await deps.db.observationInForce.findMany({
    where: { seriesKey: { in: metals } },
    orderBy: [{ period: 'desc' }, { position: 'desc' }],
    distinct: ['seriesKey'],
  });
  const publishedOn = deps.clock.now().toISOString().slice(0, 10);
  await importVintage(deps, {
    source: 'Benchmark',
    fileName: 'benchmark',
    sha256: 'b'.repeat(64),
    publishedOn,
    importedBy: 'benchmark',
    figures: rows.map(({ seriesKey, period, value }) => ({
      series: seriesKey,
      period: period.toISOString().slice(0, 7),
      value: value.times('1.03').toFixed(2),
    })),
  });
}

async function timed<T>(act: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const started = performance.now();
  const result = await act();
  return { result, seconds: (performance.now() - started) / 1000 };
}

import { beforeEach, describe, expect, it } from 'vitest';
import type { Figure } from '#app/prices/sources/reading';
import { decideQuarantine } from '#app/prices/imports/decide-quarantine.server';
import { importPriceFile } from '#app/prices/imports/import-price-file.server';
import { importVintage } from '#app/prices/imports/import-vintage.server';
import { getSeriesHistory } from '#app/prices/series/get-series-history.server';
import { testPerson } from '#tests/support/people';
import { testDeps } from '#tests/support/test-deps';
import { pinkSheetFile } from '#tests/support/examples/pink-sheet-file';

const deps = await testDeps();
const staff = async () => (await testPerson(deps)).userId;
const [ana, joao, carla] = [await staff(), await staff(), await staff()];
let files = 0;

/** A vintage with one series, so that every case reads as a table of months. */
function vintage(publishedOn: string, values: Record<string, string>, series = 'wb.gold') {
  files += 1;
  const figures: Figure[] = Object.entries(values).map(([period, value]) => ({ series, period, value }));
  return importVintage(deps, {
    source: 'pink-sheet',
    fileName: `${files}.xlsx`,
    sha256: String(files).padStart(64, '0'),
    publishedOn,
    figures,
    importedBy: 'test',
  });
}

async function inForce(knownAt: string | null = null): Promise<Record<string, string>> {
  const history = await getSeriesHistory(deps, { key: 'wb.gold', from: null, to: null, knownAt });
  return Object.fromEntries(
    (history ?? []).filter((row) => row.state !== 'waiting').map((row) => [row.period, row.value]),
  );
}

async function waitingId(): Promise<string> {
  const row = await deps.db.observation.findFirstOrThrow({
    where: { kind: 'quarantined' },
    orderBy: { recordedAt: 'desc' },
  });
  return row.id;
}

beforeEach(async () => {
  deps.clock.set('2026-06-02T08:00:00Z');
  await deps.db
    .$executeRaw`TRUNCATE "Series", "PriceImport", "Observation", "ObservationInForce", "QuarantineDecision" CASCADE`;
});

describe('a file', () => {
  it('is taken in as a whole, and changes nothing the second time', async () => {
    const bytes = await pinkSheetFile({
      months: [
        ['2026M04', 100],
        ['2026M05', 101.5],
      ],
    });
    const file = { source: 'pink-sheet', fileName: 'a.xlsx', bytes, importedBy: 'test' } as const;
    const first = await importPriceFile(deps, file);
    expect(first.summary).toMatchObject({
      status: 'accepted',
      publishedOn: '2026-06-02',
      read: 24,
      new: 24,
      unchanged: 0,
    });
    const rows = await deps.db.observation.count();
    const second = await importPriceFile(deps, { ...file, fileName: 'b.xlsx' });
    expect(second.summary).toMatchObject({
      status: 'unchanged',
      read: 24,
      new: 0,
      unchanged: 24,
      sha256: first.summary.sha256,
    });
    expect([rows, await deps.db.observation.count(), await deps.db.priceImport.count()]).toEqual([24, 24, 1]);
  });

  it('that is refused leaves nothing behind', async () => {
    const bytes = await pinkSheetFile({
      months: [
        ['2026M04', 100],
        ['2026M05', 'n/a'],
      ],
    });
    const { summary, refusal } = await importPriceFile(deps, {
      source: 'pink-sheet',
      fileName: 'a.xlsx',
      bytes,
      importedBy: 'test',
    });
    expect(refusal).toMatchObject({ code: 'figure-wrong', params: { cell: 'L8' } });
    expect(summary).toMatchObject({ status: 'rejected', publishedOn: '2026-06-02', read: 12, rejected: 12, new: 0 });
    expect(await deps.db.priceImport.count()).toBe(0);
    expect(await deps.db.series.count()).toBe(0);
  });

  it('dated years ahead is refused, or every true one after it would count as older', async () => {
    const bytes = await pinkSheetFile({ updatedOn: 'Updated on June 02, 2062', months: [['2026M05', 100]] });
    const file = { source: 'pink-sheet', fileName: 'a.xlsx', bytes, importedBy: 'test' } as const;
    const { summary, refusal } = await importPriceFile(deps, file);
    expect(refusal).toMatchObject({ code: 'date-ahead', params: { date: '2062-06-02', today: '2026-06-02' } });
    expect(summary).toMatchObject({ status: 'rejected', publishedOn: '2062-06-02', read: 12, rejected: 12 });
    expect(await deps.db.priceImport.count()).toBe(0);
    const realTime = new Date('2062-05-01T00:00:00Z');
    expect((await importPriceFile(deps, { ...file, realTime })).summary).toMatchObject({ status: 'accepted' });
  });

  it('brought twice at once is taken in once', async () => {
    const input = {
      source: 'pink-sheet',
      fileName: 'a',
      sha256: 'f'.repeat(64),
      publishedOn: '2026-06-02',
      importedBy: 'test',
    };
    const figures = [{ series: 'wb.gold', period: '2026-05', value: '100' }];
    const both = await Promise.all([1, 2, 3].map(() => importVintage(deps, { ...input, figures })));
    expect(both.map((summary) => summary.status).sort()).toEqual(['accepted', 'unchanged', 'unchanged']);
    expect(await deps.db.observationInForce.count()).toBe(1);
  });
});

describe('what is in force', () => {
  it('follows revisions but keeps the more precise of two roundings, and every value ever known', async () => {
    await vintage('2026-05-02', { '2026-03': '2180.4', '2026-04': '2200' });
    deps.clock.set('2026-07-02T08:00:00Z');
    const summary = await vintage('2026-06-02', { '2026-03': '2180', '2026-04': '2250', '2026-05': '2260.1' });
    expect(summary).toMatchObject({
      status: 'accepted',
      read: 3,
      new: 1,
      rounding: 1,
      revised: 1,
      material: 1,
      unchanged: 0,
    });
    expect(await inForce()).toEqual({ '2026-03': '2180.4', '2026-04': '2250', '2026-05': '2260.1' });
    expect(await inForce('2026-06-15T00:00:00Z')).toEqual({ '2026-03': '2180.4', '2026-04': '2200' });
    const again = await vintage('2026-07-02', { '2026-03': '2180', '2026-04': '2250.04' });
    expect(again).toMatchObject({ rounding: 2, revised: 0 });
    expect(await inForce()).toMatchObject({ '2026-03': '2180.4', '2026-04': '2250.04' });
  });

  it('is called revised where another value was said before, and not where the same one got more decimals', async () => {
    const states = async () => {
      const history = await getSeriesHistory(deps, { key: 'wb.gold', from: null, to: null, knownAt: null });
      return history?.map(({ value, state }) => `${value} ${state}`);
    };
    await vintage('2026-05-02', { '2026-02': '2180', '2026-03': '2200' });
    await vintage('2026-06-02', { '2026-02': '2180.4', '2026-03': '2300' });
    expect(await states()).toEqual(['2180.4 in-force', '2300 revised']);
    await vintage('2026-06-03', { '2026-02': '2180.4', '2026-03': '2300.2' });
    expect(await states()).toEqual(['2180.4 in-force', '2300.2 revised']);
  });

  it('is ordered by the publisher, not by the import: an older file fills gaps only', async () => {
    await vintage('2026-06-02', { '2026-04': '100', '2026-05': '101' });
    const summary = await vintage('2026-03-02', { '2026-02': '90', '2026-04': '150', '2026-05': '101' });
    expect(summary).toMatchObject({ status: 'accepted', read: 3, new: 1, revised: 0, material: 0, unchanged: 2 });
    expect(await inForce()).toEqual({ '2026-02': '90', '2026-04': '100', '2026-05': '101' });
    expect(await deps.db.observation.count({ where: { kind: 'superseded' } })).toBe(1);
  });

  it('cannot be changed or deleted, not even by SQL', async () => {
    await vintage('2026-06-02', { '2026-05': '101' });
    await expect(deps.db.$executeRaw`UPDATE "Observation" SET value = 1`).rejects.toThrow(/append-only/);
    await expect(deps.db.$executeRaw`DELETE FROM "ObservationInForce"`).rejects.toThrow(/append-only/);
  });

  it('asks for bands to be reckoned anew exactly when it changed', async () => {
    const waiting = () =>
      deps.db.$queryRaw<
        { n: number }[]
      >`SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE key = 'recompute-bands'`;
    await deps.db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    await vintage('2026-06-02', { '2026-05': '101' });
    expect(await waiting()).toEqual([{ n: 1 }]);
    await deps.db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    await vintage('2026-07-02', { '2026-05': '101' });
    expect(await waiting()).toEqual([{ n: 0 }]);
  });
});

describe('a jump', () => {
  it('waits for two different staff members, and the older value stays in force', async () => {
    await vintage('2026-05-02', { '2026-04': '100' });
    const summary = await vintage('2026-06-02', { '2026-04': '100', '2026-05': '141' });
    expect(summary).toMatchObject({ status: 'waiting', read: 2, quarantined: 1, unchanged: 1, new: 0 });
    const observationId = await waitingId();
    const accept = (staffId: string) =>
      decideQuarantine(deps, { observationId, staffId, accepted: true, reason: 'checked' });
    expect(await accept(ana)).toMatchObject({ ok: true, value: 'waiting' });
    expect(await accept(ana)).toMatchObject({ ok: false, code: 'already-decided' });
    expect(await inForce()).toEqual({ '2026-04': '100' });
    expect(await accept(joao)).toMatchObject({ ok: true, value: 'accepted' });
    expect(await inForce()).toEqual({ '2026-04': '100', '2026-05': '141' });
    expect(await accept(carla)).toMatchObject({ ok: false, code: 'not-waiting' });
  });

  it('turned down by one stays out; said again by the publisher it waits again', async () => {
    await vintage('2026-05-02', { '2026-04': '100' });
    await vintage('2026-06-02', { '2026-05': '141' });
    expect(await vintage('2026-06-03', { '2026-05': '141' })).toMatchObject({ status: 'waiting', quarantined: 1 });
    expect(await deps.db.observation.count({ where: { kind: 'quarantined' } })).toBe(1);
    const decision = { observationId: await waitingId(), staffId: ana, accepted: false, reason: 'typing error' };
    expect(await decideQuarantine(deps, decision)).toMatchObject({ ok: true, value: 'rejected' });
    await vintage('2026-06-04', { '2026-05': '141' });
    expect(await deps.db.observation.count({ where: { kind: 'quarantined' } })).toBe(2);
    expect(await inForce()).toEqual({ '2026-04': '100' });
  });

  it('does not come into force by being said again once a later month counts', async () => {
    await vintage('2026-05-02', { '2026-04': '100' });
    await vintage('2026-06-02', { '2026-04': '100', '2026-05': '145' });
    const decision = { observationId: await waitingId(), staffId: ana, accepted: false, reason: 'typing error' };
    await decideQuarantine(deps, decision);
    deps.clock.set('2026-08-02T08:00:00Z');
    const july = await vintage('2026-07-02', { '2026-05': '145', '2026-06': '130' });
    expect(july).toMatchObject({ status: 'waiting', new: 1, quarantined: 1 });
    const august = await vintage('2026-08-02', { '2026-05': '145', '2026-06': '130' });
    expect(august).toMatchObject({ status: 'waiting', new: 0, unchanged: 1, quarantined: 1 });
    expect(await inForce()).toEqual({ '2026-04': '100', '2026-06': '130' });

    const observationId = await waitingId();
    for (const staffId of [ana, joao])
      await decideQuarantine(deps, { observationId, staffId, accepted: true, reason: 'checked' });
    expect(await inForce()).toEqual({ '2026-04': '100', '2026-05': '145', '2026-06': '130' });
    expect(await vintage('2026-08-03', { '2026-05': '145' })).toMatchObject({ status: 'unchanged', quarantined: 0 });
  });

  it('put right by its publisher counts, when a later month does already too', async () => {
    await vintage('2026-05-02', { '2026-04': '100' });
    await vintage('2026-07-02', { '2026-05': '145', '2026-06': '130' });
    expect(await vintage('2026-08-02', { '2026-05': '115' })).toMatchObject({ status: 'accepted', new: 1 });
    expect(await inForce()).toEqual({ '2026-04': '100', '2026-05': '115', '2026-06': '130' });
  });

  it('of a rate is not taken in as a gap when a later day counts', async () => {
    await deps.db.$executeRaw`TRUNCATE "FxRate"`;
    await vintage('2026-05-01', { '2026-05-01': '1.10' }, 'EUR/USD');
    await vintage('2026-05-04', { '2026-05-04': '2.10' }, 'EUR/USD');
    await vintage('2026-05-05', { '2026-05-05': '1.11' }, 'EUR/USD');
    const again = await vintage('2026-05-06', { '2026-05-04': '2.10', '2026-05-05': '1.11' }, 'EUR/USD');
    expect(again).toMatchObject({ status: 'waiting', quarantined: 1, unchanged: 1, new: 0 });
    expect(await deps.db.fxRate.count()).toBe(2);
  });

  it('is over when a newer file brings a value that can be believed', async () => {
    await vintage('2026-05-02', { '2026-04': '100' });
    await vintage('2026-06-02', { '2026-05': '1000' });
    const observationId = await waitingId();
    await decideQuarantine(deps, { observationId, staffId: ana, accepted: true, reason: '' });
    expect(await vintage('2026-06-03', { '2026-05': '100.5' })).toMatchObject({ status: 'accepted', new: 1 });
    const late = await decideQuarantine(deps, { observationId, staffId: joao, accepted: true, reason: '' });
    expect(late).toMatchObject({ ok: false, code: 'not-waiting' });
    expect(await inForce()).toEqual({ '2026-04': '100', '2026-05': '100.5' });
  });

  it('accepted by two at the same moment comes into force once', async () => {
    await vintage('2026-05-02', { '2026-04': '100' });
    await vintage('2026-06-02', { '2026-05': '141' });
    const observationId = await waitingId();
    await Promise.all(
      [ana, joao, carla].map((staffId) =>
        decideQuarantine(deps, { observationId, staffId, accepted: true, reason: '' }),
      ),
    );
    expect(await deps.db.observationInForce.count()).toBe(2);
  });
});

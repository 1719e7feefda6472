import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/identity/actor';
import { refreshListedLots } from '#app/catalogue/lot-band/refresh-listed-lots.server';
import { repriceLot } from '#app/catalogue/own-lots/reprice-lot.server';
import { bandHistory } from '#app/catalogue/lot-band/band-history.server';
import { importVintage } from '#app/prices/imports/import-vintage.server';
import { loadSnapshot } from '#app/prices/snapshot/load-snapshot.server';
import { testSellers } from '#tests/support/people';
import { testDeps, type TestDeps } from '#tests/support/test-deps';
import { BRICKS, GOLD, listLot, TIN } from './lot-maker';

let deps: TestDeps;
let manager: Actor;
let officer: Actor;
let lots: { gold: string; tin: string; bricks: string };

beforeAll(async () => {
  deps = await testDeps();
  await loadSnapshot(deps);
  ({ manager, officer } = await testSellers(deps, { countryCode: 'MZ' }));
  const list = (input: typeof GOLD) => listLot(deps, { manager, officer }, input);
  lots = { gold: await list(GOLD), tin: await list(TIN), bricks: await list(BRICKS) };
});

/** Many lots like one, as a market has them. More than fit into one chunk. */
async function multiply(lotId: string, times: number): Promise<void> {
  await deps.db.$executeRaw`
    INSERT INTO "Lot" SELECT (r).* FROM (
      SELECT jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(), 'number', 'M-' || gen_random_uuid())) AS r
        FROM "Lot" l, generate_series(1, ${times}) WHERE l.id = ${lotId}::uuid) many`;
}

function newGold(value: string, publishedOn: string) {
  return importVintage(deps, {
    source: 'Operator',
    fileName: publishedOn,
    sha256: publishedOn.replaceAll('-', '').padEnd(64, '0'),
    publishedOn,
    figures: [{ series: 'wb.gold', period: '2026-05', value }],
    importedBy: 'test',
  });
}

describe('valuing open lots anew', () => {
  it('writes a row where something has changed, and only there, however often it runs', async () => {
    await multiply(lots.gold, 500);
    expect(await refreshListedLots(deps)).toEqual({ expired: 0, recomputed: 503, changed: 0 });
    deps.clock.set('2026-06-03T08:00:00Z');
    // A day later nothing has changed but the day.
    expect(await refreshListedLots(deps)).toMatchObject({ recomputed: 503, changed: 0 });
    expect((await deps.db.lot.findUniqueOrThrow({ where: { id: lots.tin } })).bandAsOf).toEqual(new Date('2026-06-03'));

    await newGold('4300', '2026-06-03');
    const both = await Promise.all([refreshListedLots(deps), refreshListedLots(deps)]);
    expect(both.map(({ changed }) => changed).reduce((sum, one) => sum + one, 0)).toBe(501);
    const history = await bandHistory(deps.db, lots.gold);
    expect(history.map(({ on }) => on)).toEqual(['2026-06-02', '2026-06-03']);
    expect(history[1]?.figures?.fairMinor).not.toBe(history[0]?.figures?.fairMinor);
    expect(await bandHistory(deps.db, lots.bricks)).toHaveLength(1);
    const works = await deps.db.longWork.findMany({ where: { kind: 'recompute-bands' } });
    expect(works.every(({ state, done, total }) => state === 'done' && done === total)).toBe(true);
  });

  it('goes on where it was cut off: what is done stays, what is not follows', async () => {
    await newGold('4350', '2026-06-04');
    const broken = { ...deps, newId: afterCalls(450, deps.newId) };
    await expect(refreshListedLots(broken)).rejects.toThrow('cut off');
    const [{ done } = { done: 0n }] = await deps.db.$queryRaw<{ done: bigint }[]>`
      SELECT count(*) AS done FROM "Lot" WHERE "bandBasis" LIKE '%2026-06-04%'`;
    expect([done > 0n, done < 501n]).toEqual([true, true]);
    expect(await deps.db.longWork.findFirst({ where: { state: 'failed' } })).toMatchObject({
      failure: 'catalogue:recompute.failed',
    });
    expect((await refreshListedLots(deps)).changed).toBe(501 - Number(done));
  });

  it('never overwrites a new ask of the same moment with a verdict on the old one', async () => {
    await newGold('4400', '2026-06-05');
    const wanted = { actor: manager, lotId: lots.gold, ask: '90000' };
    const asked = await repriceLot(deps, wanted);
    const confirmed = 'doubts' in asked ? asked.doubts.token : '';
    const belowFloorReason = 'Money is needed before the rains.';
    await Promise.all([refreshListedLots(deps), repriceLot(deps, { ...wanted, confirmed, belowFloorReason })]);
    expect(await deps.db.lot.findUniqueOrThrow({ where: { id: lots.gold } })).toMatchObject({
      askMinor: 9_000_000n,
      bandVerdict: 'below-floor',
    });
  });
});

function afterCalls(most: number, newId: () => string): () => string {
  let calls = 0;
  return () => {
    calls += 1;
    if (calls > most) throw new Error('cut off');
    return newId();
  };
}

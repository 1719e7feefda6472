import { describe, expect, it } from 'vitest';
import { readSeller } from '#app/catalogue/show-lot/seller.server';
import { publicFigures } from '#app/programme/public/public-figures.server';
import { shownFigures } from '#app/programme/public/publication';
import { batchesBefore, batchOf, publishFigures } from '#app/programme/public/publish-figures.server';
import { readBatch } from '#app/programme/public/read-batch.server';
import { testOrganisation } from '#tests/support/people';
import { testDeps } from '#tests/support/test-deps';
import { settledOrder } from './settled-order';

describe('what anybody may read of settled orders', async () => {
  const deps = await testDeps();
  const { organisationId: programmeId } = await testOrganisation(deps, { kind: 'programme', roles: [] });
  const cooperatives = await Promise.all(
    [0, 1, 2, 3].map(() => testOrganisation(deps, { kind: 'cooperative', roles: [], programmeId })),
  );
  const sell = (cooperative: number, more: object = {}) =>
    settledOrder(deps, {
      programmeId,
      cooperativeId: cooperatives[cooperative]?.organisationId ?? '',
      priceMinor: 100_000n,
      feeBps: 200,
      deliveredAt: '2026-06-01T08:00:00Z',
      moneyAt: '2026-06-02T07:00:00Z',
      ...more,
    });
  const settledOf = async (cooperative: number) =>
    (await readSeller(deps.db, { id: cooperatives[cooperative]?.organisationId ?? '' }))?.settledOrders;
  const snapshots = () => deps.db.publicationSnapshot.findMany({ orderBy: [{ measure: 'asc' }, { number: 'asc' }] });

  it('is nothing before five orders of three cooperatives, and rounded from then on', async () => {
    for (const cooperative of [0, 0, 1, 1]) await sell(cooperative, { baselineMinor: 70_000n });
    // Without a rate an order is in no sum, and makes the group no larger.
    await sell(2, { usdRate: null });
    await publishFigures(deps);
    expect(await publicFigures(deps)).toBeNull();
    await sell(0);
    // Five with a rate, but of two cooperatives.
    await publishFigures(deps);
    expect(await publicFigures(deps)).toBeNull();

    await sell(2, { royaltyMinor: 48_000n });
    expect(await publishFigures(deps)).toContain('kept');
    // 5 × 980 and 500 of 6,000 US dollars: 5,400, and 90 in a hundred. Four baselines are too few.
    expect(await publicFigures(deps)).toEqual({
      from: '2026-06',
      asOf: '2026-06-02',
      orders: 5,
      cooperatives: 3,
      netUsd: '5400',
      retainedPct: '90',
      baselinePct: null,
      upliftPct: null,
      womensPct: null,
    });
  });

  it('stays as it is for one more order, and moves on once for five of three, whatever runs at once', async () => {
    const kept = { orders: 5, cooperatives: 3, netUsd: '5400', retainedPct: '90' };
    for (const cooperative of [0, 1, 2, 2]) {
      await sell(cooperative, { priceMinor: 900_000n, baselineMinor: 600_000n });
      expect(await publishFigures(deps)).not.toContain('kept');
      expect(await publicFigures(deps)).toMatchObject(kept);
    }
    await sell(3, { priceMinor: 900_000n, baselineMinor: 600_000n });
    const moved = await Promise.all([publishFigures(deps), publishFigures(deps)]);
    expect(moved.flat().filter((measure) => measure === 'kept')).toHaveLength(1);
    expect(await publishFigures(deps)).toEqual([]);
    // 5,400 + 5 × 8,820 = 49,500, to two digits. The first seven with a baseline, of three: 20,800 of 31,000,
    // and 30,380 in its place.
    expect(await publicFigures(deps)).toMatchObject({
      ...{ orders: 10, cooperatives: 4, netUsd: '50000', baselinePct: '67', upliftPct: '46' },
    });
  });

  it('tells of a cooperative how many it sold in steps of five, of published orders only', async () => {
    expect(await Promise.all([0, 3].map(settledOf))).toEqual([0, 0]);
    await sell(0);
    await publishFigures(deps);
    // Its fifth is settled, but waits for others.
    expect(await settledOf(0)).toBe(0);
    for (const cooperative of [0, 1]) await sell(cooperative);
    await publishFigures(deps);
    expect(await settledOf(0)).toBe(5);
  });

  it('differs between two snapshots by at least five orders of three cooperatives', async () => {
    // A year later the orders of today leave as they came: whole batches.
    deps.clock.set('2027-06-02T08:00:00Z');
    for (const cooperative of [0, 1, 2, 3, 0])
      await sell(cooperative, { deliveredAt: '2027-05-30T08:00:00Z', moneyAt: '2027-06-01T08:00:00Z' });
    await publishFigures(deps);
    expect(await publicFigures(deps)).toMatchObject({ from: '2027-06', orders: 5, netUsd: '4900' });
    const rows = await deps.db.$queryRaw<{ orders: number; cooperatives: number }[]>`
      SELECT count(*)::int AS orders, count(DISTINCT o."cooperativeId")::int AS cooperatives
        FROM "PublishedOrder" p JOIN "Order" o ON o.id = p."orderId" GROUP BY p."snapshotId"`;
    expect(rows.length).toBeGreaterThan(5);
    for (const { orders, cooperatives: sellers } of rows) expect([orders >= 5, sellers >= 3]).toEqual([true, true]);
  });

  it('is the same when it is made again from the postings, and cannot be changed', async () => {
    for (const row of await snapshots()) {
      const { id: snapshotId, measure, number, takenAt } = row;
      const asOf = takenAt.toISOString().slice(0, 10);
      const { batch } = await readBatch(deps.db, { measure, from: '1970-01', asOf, wanted: { snapshotId } });
      expect(batch).toEqual(batchOf(row));
      const shown = shownFigures(measure, [...(await batchesBefore(deps.db, { measure, number, takenAt })), batch]);
      expect(shown).toMatchObject({
        shownFrom: row.shownFrom.toISOString().slice(0, 7),
        shownOrders: row.shownOrders,
        shownNetUsd: row.shownNetUsd?.toFixed() ?? null,
        shownPct: row.shownPct?.toFixed() ?? null,
      });
      await expect(
        deps.db.publicationSnapshot.update({ where: { id: snapshotId }, data: { shownOrders: 1 } }),
      ).rejects.toThrow();
    }
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/identity/actor';
import { getLotForOrder } from '#app/catalogue/stock/get-lot-for-order.server';
import { closeLot, releaseStock } from '#app/catalogue/stock/release-stock.server';
import { reserveStock } from '#app/catalogue/stock/reserve-stock.server';
import { withdrawLot } from '#app/catalogue/own-lots/withdraw-lot.server';
import { testSellers } from '#tests/support/people';
import { testDeps, type TestDeps } from '#tests/support/test-deps';
import { BRICKS, GOLD, listLot } from './lot-maker';

let deps: TestDeps;
let staff: { manager: Actor; officer: Actor };

beforeAll(async () => {
  deps = await testDeps({ poolSize: 20 });
  staff = await testSellers(deps);
});

const reserve = (lotId: string, quantity: string) =>
  deps.db.$transaction((tx) => reserveStock(tx, { lotId, quantity }));
const release = (lotId: string, quantity: string) =>
  deps.db.$transaction((tx) => releaseStock(tx, { lotId, quantity }));
const stockOf = async (lotId: string) => {
  const lot = await deps.db.lot.findUniqueOrThrow({ where: { id: lotId } });
  return [lot.state, lot.availableQuantity.toFixed()];
};

describe('stock', () => {
  it('gives a whole lot to one of many at once', async () => {
    const lotId = await listLot(deps, staff, GOLD);
    const got = await Promise.all(Array.from({ length: 50 }, () => reserve(lotId, '1000')));
    expect(got.filter(Boolean)).toHaveLength(1);
    expect(await stockOf(lotId)).toEqual(['sold', '0']);
  });

  it('never goes below zero, whoever takes how much', async () => {
    const lotId = await listLot(deps, staff, BRICKS);
    const wishes = Array.from({ length: 60 }, (_, index) => `${100 + (index % 7) * 50}`);
    const got = await Promise.all(wishes.map((quantity) => reserve(lotId, quantity)));
    const taken = wishes.reduce((sum, quantity, index) => sum + (got[index] ? BigInt(quantity) : 0n), 0n);
    const [, left] = await stockOf(lotId);
    expect(taken + BigInt(left ?? '')).toBe(5000n);
    expect(got.some((one) => !one)).toBe(true);
  });

  it('does not sell a part of what is sold whole, nothing, or more than there is', async () => {
    const lotId = await listLot(deps, staff, GOLD);
    for (const quantity of ['999', '0', '-1', '1001']) expect(await reserve(lotId, quantity), quantity).toBe(false);
    expect(await stockOf(lotId)).toEqual(['listed', '1000']);
    expect(await reserve(deps.newId(), '1')).toBe(false);
  });

  it('comes back when an order falls through, and cannot come back twice', async () => {
    const lotId = await listLot(deps, staff, GOLD);
    expect(await reserve(lotId, '1000')).toBe(true);
    await release(lotId, '1000');
    expect(await stockOf(lotId)).toEqual(['listed', '1000']);
    await expect(release(lotId, '1000')).rejects.toThrow();
    expect(await stockOf(lotId)).toEqual(['listed', '1000']);
  });

  it('of a withdrawn lot stays off the market when it comes back', async () => {
    const lotId = await listLot(deps, staff, BRICKS);
    expect(await reserve(lotId, '1000')).toBe(true);
    expect((await withdrawLot(deps, { actor: staff.manager, lotId })).ok).toBe(true);
    expect(await reserve(lotId, '1')).toBe(false);
    await release(lotId, '1000');
    expect(await stockOf(lotId)).toEqual(['withdrawn', '5000']);
  });

  it('is closed after the last order, and only when sold', async () => {
    const lotId = await listLot(deps, staff, GOLD);
    await closeLot(deps.db, { lotId, at: deps.clock.now() });
    expect((await stockOf(lotId))[0]).toBe('listed');
    await reserve(lotId, '1000');
    await closeLot(deps.db, { lotId, at: deps.clock.now() });
    expect((await stockOf(lotId))[0]).toBe('closed');
  });

  it('is told to an order with everything else that it freezes', async () => {
    const lotId = await listLot(deps, staff, GOLD);
    expect(await getLotForOrder(deps.db, lotId)).toMatchObject({
      cooperativeId: staff.manager.organisationId,
      programmeId: staff.officer.organisationId,
      quantity: '1000',
      availableQuantity: '1000',
      askMinor: 11802302n,
      facts: { mineral: 'gold', quantity: { value: '1000', unit: 'g' }, originCountry: 'MZ' },
    });
    expect(await getLotForOrder(deps.db, deps.newId())).toBeNull();
  });
});

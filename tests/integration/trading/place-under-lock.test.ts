import { describe, expect, it } from 'vitest';
import { decideTerms } from '#app/payments/terms/decide-terms.server';
import { proposeTerms } from '#app/payments/terms/propose-terms.server';
import { placeOrder } from '#app/trading/place-order/place-order.server';
import { testDeps } from '#tests/support/test-deps';
import { market, must } from './market';

describe('what is decided when an order is placed', async () => {
  const deps = await testDeps();
  const town = await market(deps);
  const available = async (lotId: string) =>
    (await deps.db.lot.findUniqueOrThrow({ where: { id: lotId } })).availableQuantity.toFixed();
  const setTerms = async (costBearer: string, cardLimit: string) => {
    const terms = { costBearer, cardLimit, currency: 'USD', reason: 'for this test' };
    const proposed = must(await proposeTerms(deps, { actor: town.officer, terms, requestId: deps.newId() }));
    // The proposer alone puts nothing in force.
    expect(await decideTerms(deps, { actor: town.officer, ...proposed, approved: true })).toMatchObject({
      code: 'same-person',
    });
    must(await decideTerms(deps, { actor: town.controller, ...proposed, approved: true }));
  };

  it('is the price under the lock: one that changed while the order waited places nothing', async () => {
    const lotId = await town.lot();
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    let hasLock: () => void = () => undefined;
    const locked = new Promise<void>((resolve) => (hasLock = resolve));
    const repricing = deps.db.$transaction(
      async (tx) => {
        await tx.lot.update({ where: { id: lotId }, data: { askMinor: 12_500_000n } });
        hasLock();
        await released;
      },
      { timeout: 20_000 },
    );
    await locked;
    const placing = town.place(lotId, { shownPriceMinor: 11_802_302n });
    await waitsForALock();
    release();
    await repricing;
    expect(await placing).toMatchObject({ ok: false, code: 'price-changed' });
    expect(await deps.db.order.count({ where: { lotId } })).toBe(0);
    expect(await available(lotId)).toBe('1000');
    // Who saw no price gets the one that holds, with its own band and evidence.
    const { orderId } = must(await town.place(lotId));
    expect(await town.order(orderId)).toMatchObject({ priceMinor: 12_500_000n, lotAskMinor: 12_500_000n });
  });

  async function waitsForALock(): Promise<void> {
    for (;;) {
      const [row] = await deps.db.$queryRaw<{ waiting: bigint }[]>`
        SELECT count(*) AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      if (row && row.waiting > 0n) return;
    }
  }

  it('is what a payment costs, as the buyer saw it', async () => {
    const lotId = await town.lot();
    const place = (shownTotalMinor: bigint) => town.place(lotId, { paymentMethod: 'card', shownTotalMinor });
    expect(await place(11_802_302n)).toMatchObject({ code: 'price-changed' });
    must(await place(12_154_822n));
  });

  it('sells thirds of a lot for the whole of its ask', async () => {
    const lotId = await town.lot({ divisible: true, askMinor: 1_000_000n, quantity: '3' });
    const thirds = [];
    for (let third = 0; third < 3; third += 1) thirds.push(must(await town.place(lotId, { quantity: '1' })).orderId);
    // One is called off, and its part sold again.
    must(await town.steps.cancel(thirds[0] ?? ''));
    must(await town.place(lotId, { quantity: '1' }));
    const sold = await deps.db.order.aggregate({
      where: { lotId, state: { not: 'cancelled' } },
      _sum: { priceMinor: true },
    });
    expect(sold._sum.priceMinor).toBe(1_000_000n);
  });

  it('refuses before stock is held what no payment can carry, and says what to do', async () => {
    const large = await town.lot({ divisible: true, askMinor: 128_000_000n });
    expect(await town.place(large)).toMatchObject({
      code: 'amount-too-large',
      messageKey: 'payments:refusal.tooLarge',
      params: { largest: 999_999.99, currency: 'USD' },
      path: 'quantity',
    });
    // Without the fixed charge for its assay, which so small a price could not carry.
    const assay = { cooperativeId: town.cooperativeId, kind: 'assay' };
    await deps.db.chargeRule.updateMany({ where: assay, data: { activeTo: deps.clock.now() } });
    const small = await town.lot({ divisible: true, askMinor: 30n });
    expect(await town.place(small)).toMatchObject({ code: 'amount-too-small', params: { smallest: 0.5 } });
    await deps.db.chargeRule.updateMany({ where: assay, data: { activeTo: null } });
    expect([await available(large), await available(small)]).toEqual(['1000', '1000']);
    // A part is within what one payment carries.
    must(await town.place(large, { quantity: '100' }));
  });

  it('takes a card up to the programme’s limit and a transfer above it', async () => {
    await setTerms('buyer', '5000');
    const above = await town.lot({ askMinor: 500_001n });
    expect(await town.place(above, { paymentMethod: 'card' })).toMatchObject({ code: 'card-limit', path: 'method' });
    const { orderId } = must(await town.place(above));
    expect(await town.order(orderId)).toMatchObject({ paymentMethod: 'transfer', paymentCostMinor: 2_513n });
    const within = must(await town.place(await town.lot({ askMinor: 500_000n })));
    expect(await town.order(within.orderId)).toMatchObject({ paymentMethod: 'card' });
  });

  it('lets the platform bear only what its fee covers, and shows it out of the fee', async () => {
    await setTerms('platform', '1000000');
    const lotId = await town.lot({ askMinor: 1_362_084n });
    expect(await town.place(lotId, { paymentMethod: 'card' })).toMatchObject({ code: 'cost-above-fee' });
    const { orderId } = must(await town.place(lotId, { paymentMethod: 'transfer' }));
    expect(await town.order(orderId)).toMatchObject({ costBearer: 'platform', paymentCostMinor: 6_811n });
    await setTerms('buyer', '1000000');
  });

  it('lets one buyer hold only so many unpaid orders, also where all are placed at once', async () => {
    const limited = { ...deps, settings: { ...deps.settings, unpaidOrders: { ofBuyer: 3, ofLot: 2 } } };
    const actor = town.stranger;
    const placeIn = (lotId: string, quantity = '') =>
      placeOrder(limited, {
        actor,
        lotId,
        quantity,
        shownPriceMinor: null,
        termsAccepted: true,
        requestId: deps.newId(),
      });
    const shared = await town.lot({ divisible: true });
    for (let turn = 0; turn < 2; turn += 1) must(await placeIn(shared, '10'));
    expect(await placeIn(shared, '10')).toMatchObject({
      code: 'too-many-unpaid',
      messageKey: 'trading:refusal.tooManyUnpaidOfLot',
    });
    const lots = await Promise.all(Array.from({ length: 8 }, () => town.lot()));
    const results = await Promise.all(lots.map((lotId) => placeIn(lotId)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.code === 'too-many-unpaid')).toHaveLength(7);
    const orders = await deps.db.order.findMany({
      where: { buyerId: actor.organisationId },
      orderBy: { payBy: 'asc' },
    });
    // Each further unpaid order is kept for a shorter time.
    expect(orders.map(({ payBy, placedAt }) => (payBy.getTime() - placedAt.getTime()) / 60_000)).toEqual([10, 15, 30]);
    // Another buyer is not in the way of anybody.
    must(await town.place(shared, { quantity: '10' }));
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { settledWaterfall } from '#app/ledger/waterfall/settled-waterfall.server';
import { trialBalance } from '#app/ledger/trial-balance.server';
import { mailOrderStep } from '#app/trading/lifecycle/mail-order-step.server';
import { buyerOrderPage, programmeOrderPage } from '#app/trading/orders/order-page.server';
import { listOrders } from '#app/trading/orders/orders-page.server';
import { testDeps } from '#tests/support/test-deps';
import { market, must } from './market';

describe('an order from its placing to its settlement', async () => {
  const deps = await testDeps();
  const town = await market(deps);
  const balance = async (key: string) =>
    (await deps.db.ledgerAccount.findUnique({ where: { key } }))?.balanceMinor ?? 0n;

  async function expectBooksToHold() {
    const { sums, drifted } = await trialBalance(deps);
    expect(drifted).toEqual([]);
    expect(sums.every(({ sumMinor }) => sumMinor === 0n)).toBe(true);
  }

  it('posts every step, and its settled waterfall is the plan to the cent', async () => {
    const lotId = await town.lot();
    const { orderId } = must(await town.place(lotId, { shownPriceMinor: 11_802_302n }));
    const placed = await town.order(orderId);
    expect(placed).toMatchObject({
      state: 'placed',
      priceMinor: 11_802_302n,
      feeBps: 200,
      method: 'gold-dore/1',
      currency: 'USD',
    });
    expect(placed.fineGrams?.toFixed()).toBe('900');
    expect(placed.usdRate?.toFixed()).toBe('1');
    expect(placed.referenceMinor).toBeGreaterThan(0n);
    expect(placed.baselineMinor).toBe(((placed.referenceMinor ?? 0n) * 3n) / 4n);
    expect(await deps.db.lot.findUniqueOrThrow({ where: { id: lotId } })).toMatchObject({ state: 'sold' });
    expect(await balance(`held-for-order:${orderId}:USD`)).toBe(-11_802_302n);

    expect(await town.pay(orderId)).toEqual({ outcome: 'paid', replayed: false });
    // The buyer bears what the payment costs. The partner took less than planned, which is the platform's.
    expect(placed).toMatchObject({ paymentMethod: 'card', costBearer: 'buyer', paymentCostMinor: 352_520n });
    expect(await balance('stripe-balance:-:USD')).toBe(11_802_302n + 352_520n - 342_297n);
    expect(await balance('payment-fees:-:USD')).toBe(352_520n);
    expect(await balance('payment-cost-difference:-:USD')).toBe(-10_223n);
    expect(await balance(`buyer-receivable:${town.buyer.organisationId}:USD`)).toBe(0n);
    must(await town.steps.ship(orderId));
    must(await town.steps.confirm(orderId));

    const settled = await settledWaterfall(deps, { orderId });
    expect(settled).toMatchObject({
      priceMinor: 11_802_302n,
      netMinor: 11_187_187n,
      cooperativeId: town.cooperativeId,
      shared: null,
    });
    const page = await buyerOrderPage(deps, { actor: town.buyer, orderId });
    expect(
      page.waterfall.parts.map(({ part, plannedMinor, settledMinor }) => [part, plannedMinor, settledMinor]),
    ).toEqual([
      ['net', 11_187_187n, 11_187_187n],
      ['royalty', 354_069n, 354_069n],
      ['assay', 25_000n, 25_000n],
      ['fee', 236_046n, 236_046n],
      ['payment-cost', 352_520n, 352_520n],
    ]);
    expect(await balance('payment-fees:-:USD')).toBe(0n);
    expect(await balance(`payment-cost-cover:${orderId}:USD`)).toBe(0n);

    const payoutId = await town.payoutOf(orderId);
    expect(await balance('payouts-in-transit:-:USD')).toBe(-11_187_187n);
    expect(must(await town.steps.receive(payoutId, '111871.87'))).toMatchObject({ state: 'confirmed' });
    expect(await balance(`payable-to-cooperative:${town.cooperativeId}:USD`)).toBe(0n);
    expect(await balance('payouts-in-transit:-:USD')).toBe(0n);
    expect(await balance('bank:-:USD')).toBe(-11_187_187n);
    expect(await balance(`cooperative-proceeds:${town.cooperativeId}:USD`)).toBe(-11_187_187n);
    expect(await town.order(orderId)).toMatchObject({ state: 'settled' });
    expect(await deps.db.lot.findUniqueOrThrow({ where: { id: lotId } })).toMatchObject({ state: 'closed' });

    const staff = await programmeOrderPage(deps, { actor: town.officer, orderId });
    expect(staff.verified).toBe(true);
    expect(staff.rail.every(({ state, at }) => state === 'done' && at !== null)).toBe(true);
    expect(staff.postings.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(0n);
    await expectBooksToHold();
  });

  it('freezes evidence that anybody can hash again', async () => {
    const { orderId, number } = must(await town.place(await town.lot()));
    const [row] = await deps.db.priceEvidence.findMany({ where: { orderId } });
    expect(
      createHash('sha256')
        .update(row?.canonical ?? '')
        .digest('hex'),
    ).toBe(row?.sha256);
    const document = JSON.parse(row?.canonical ?? '{}') as Record<string, unknown>;
    expect(document).toMatchObject({
      kind: 'price-evidence/1',
      order: number,
      price: { amount: '118023.02', currency: 'USD' },
    });
    expect(document['band']).toMatchObject({ result: { floor: expect.anything() } });
    await expect(deps.db.priceEvidence.updateMany({ where: { orderId }, data: { canonical: '{}' } })).rejects.toThrow(
      /append-only/,
    );
  });

  it('sells a divisible lot in parts, to its last gram', async () => {
    const lotId = await town.lot({ divisible: true });
    const first = must(await town.place(lotId, { quantity: '400' }));
    expect((await town.order(first.orderId)).priceMinor).toBe(4_720_921n);
    expect(await town.place(lotId, { quantity: '601' })).toMatchObject({ ok: false, code: 'lot-not-available' });
    must(await town.place(lotId, { quantity: '600' }));
    expect(await deps.db.lot.findUniqueOrThrow({ where: { id: lotId } })).toMatchObject({ state: 'sold' });
    must(await town.steps.cancel(first.orderId));
    expect((await deps.db.lot.findUniqueOrThrow({ where: { id: lotId } })).availableQuantity.toFixed()).toBe('400');
    await expectBooksToHold();
  });

  it('mails those whom a step concerns, each in a job of their own', async () => {
    const { orderId } = must(await town.place(await town.lot()));
    const event = await deps.db.orderEvent.findFirstOrThrow({ where: { orderId } });
    await mailOrderStep(deps, { orderEventId: event.id });
    const jobs = await deps.db.$queryRaw<{ payload: { to: string; subject: string; text: string } }[]>`
      SELECT payload FROM graphile_worker._private_jobs job JOIN graphile_worker._private_tasks task ON task.id = job.task_id
       WHERE task.identifier = 'send-mail'`;
    const { number } = await town.order(orderId);
    const mails = jobs.map(({ payload }) => payload).filter(({ subject }) => subject.includes(number));
    expect(mails).toHaveLength(3);
    expect(mails.every(({ text }) => text.includes(orderId) && !text.includes('{'))).toBe(true);
  });

  it('shows each side its own orders and nobody else’s', async () => {
    const { items } = await listOrders(deps, { actor: town.buyer, side: 'buyer' });
    expect(items.length).toBeGreaterThan(3);
    expect((await listOrders(deps, { actor: town.stranger, side: 'buyer' })).items).toEqual([]);
    const orderId = items[0]?.id ?? '';
    await expect(buyerOrderPage(deps, { actor: town.stranger, orderId })).rejects.toMatchObject({ status: 404 });
    await expect(buyerOrderPage(deps, { actor: town.manager, orderId })).rejects.toMatchObject({ status: 403 });
    await expect(town.steps.cancel(orderId, town.stranger)).rejects.toMatchObject({ status: 404 });
    await expect(town.steps.ship(orderId, town.buyer)).rejects.toMatchObject({ status: 403 });
  });

  it('pages through orders without losing or repeating one', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listOrders>> = await listOrders(deps, {
        actor: town.officer,
        side: 'programme',
        cursor,
        limit: 2,
      });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(await deps.db.order.count());
  });
});

import { describe, expect, it } from 'vitest';
import type { Result } from '#app/platform/result';
import { openActions, ORDER_STATES, type OrderState } from '#app/trading/lifecycle/order-lifecycle';
import { testDeps } from '#tests/support/test-deps';
import { market } from './market';

/**
 * Every step a person or a timer can ask for, in every state: the table's answer and nothing else, and a
 * refusal leaves no trace.
 */
describe('every cell of the order lifecycle, through the use cases', async () => {
  const deps = await testDeps();
  const town = await market(deps);

  const asks = {
    cancel: { by: 'buyer', run: (orderId: string) => town.steps.cancel(orderId) },
    ship: { by: 'cooperative', run: (orderId: string) => town.steps.ship(orderId) },
    'confirm-delivery': { by: 'buyer', run: (orderId: string) => town.steps.confirm(orderId) },
  } as const;
  type Ask = keyof typeof asks;

  async function traces(orderId: string) {
    const [order, events, postings, stock] = await Promise.all([
      town.order(orderId),
      deps.db.orderEvent.count({ where: { orderId } }),
      deps.db.posting.count({ where: { orderId } }),
      deps.db.lot.aggregate({ _sum: { availableQuantity: true } }),
    ]);
    return { order, events, postings, stock: stock._sum.availableQuantity?.toFixed() };
  }

  const cells = ORDER_STATES.flatMap((state) => (Object.keys(asks) as Ask[]).map((action) => ({ state, action })));
  it.each(cells)('$action in $state', async ({ state, action }) => {
    const orderId = await town.orderIn(state);
    const before = await traces(orderId);
    const result: Result<unknown> = await asks[action].run(orderId);
    const allowed = openActions(state, asks[action].by).includes(action);
    expect(result.ok).toBe(allowed);
    if (!result.ok) {
      expect(result.code).toBe('order-state');
      expect(await traces(orderId)).toEqual(before);
    } else {
      expect((await traces(orderId)).events).toBe(before.events + 1);
    }
  });

  it.each([
    ['ship', 'paid'],
    ['confirm-delivery', 'shipped'],
    ['cancel', 'delivered'],
  ] as const)('%s in %s, frozen, and again after the dispute is won', async (action, state) => {
    const orderId = await town.orderIn(state);
    await town.dispute(orderId, 'open');
    expect(await town.order(orderId)).toMatchObject({ state, frozenFor: 'dispute' });
    const before = await traces(orderId);
    expect(await asks[action].run(orderId)).toMatchObject({ ok: false });
    expect(await traces(orderId)).toEqual(before);
    await town.dispute(orderId, 'won');
    // An older look at Stripe takes nothing back.
    await town.dispute(orderId, 'open');
    expect(await town.order(orderId)).toMatchObject({ state, frozenFor: null });
    const allowed = openActions(state, asks[action].by).includes(action);
    expect((await asks[action].run(orderId)).ok).toBe(allowed);
  });

  it.each(ORDER_STATES)('a lost dispute in %s', async (state: OrderState) => {
    const orderId = await town.orderIn(state);
    await town.dispute(orderId, 'lost');
    const ends = state === 'paid' || state === 'shipped' || state === 'delivered';
    expect(await town.order(orderId)).toMatchObject({ state: ends ? 'lost' : state, frozenFor: null });
  });

  it.each(ORDER_STATES)('expiry in %s', async (state: OrderState) => {
    const orderId = await town.orderIn(state);
    expect(await town.steps.expire(orderId)).toBe(state === 'placed' ? 'expired' : 'not-waiting');
    expect((await town.order(orderId)).state).toBe(state === 'placed' ? 'expired' : state);
  });

  it.each(ORDER_STATES)('a payment in %s', async (state: OrderState) => {
    const orderId = await town.orderIn(state);
    const { outcome } = await town.pay(orderId, `second_${orderId}`);
    expect(outcome).toBe(state === 'placed' ? 'paid' : 'refund-due');
    expect((await town.order(orderId)).state).toBe(state === 'placed' ? 'paid' : state);
  });

  it('does not expire before its time, and looks again then', async () => {
    const orderId = await town.orderIn('placed');
    const { expireOrder } = await import('#app/trading/take-payment/expire-order.server');
    expect(await expireOrder(deps, { orderId })).toBe('not-yet');
    expect((await town.order(orderId)).state).toBe('placed');
  });

  it('treats another sum than the price as money that is not owed', async () => {
    const orderId = await town.orderIn('placed');
    const { recordPayment } = await import('#app/trading/take-payment/record-payment.server');
    const payment = { orderId, chargeId: 'ch_short', amountMinor: 100n, feeMinor: 1n, occurredAt: deps.clock.now() };
    expect(await recordPayment(deps, payment)).toMatchObject({ outcome: 'refund-due' });
    expect((await town.order(orderId)).state).toBe('placed');
  });

  it('refuses orders of the unaccepted, without terms, and at another price than shown', async () => {
    const lotId = await town.lot();
    expect(await town.place(lotId, { termsAccepted: false })).toMatchObject({ code: 'terms-not-accepted' });
    expect(await town.place(lotId, { shownPriceMinor: 1n })).toMatchObject({ code: 'price-changed' });
    expect(await town.place(lotId, { quantity: 'NaN' })).toMatchObject({ code: 'quantity-unreadable' });
    await deps.db.application.update({
      where: { organisationId: town.stranger.organisationId },
      data: { state: 'submitted' },
    });
    expect(await town.place(lotId, { actor: town.stranger })).toMatchObject({ code: 'buyer-not-accepted' });
    expect(await deps.db.order.count({ where: { lotId } })).toBe(0);
    expect(await deps.db.lot.findUniqueOrThrow({ where: { id: lotId } })).toMatchObject({ state: 'listed' });
  });
});

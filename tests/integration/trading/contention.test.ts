import { describe, expect, it } from 'vitest';
import { trialBalance } from '#app/ledger/trial-balance.server';
import { placeOrder } from '#app/trading/place-order/place-order.server';
import { recordPayment } from '#app/trading/take-payment/record-payment.server';
import { confirmPayout } from '#app/trading/settlement/confirm-payout.server';
import { confirmDelivery } from '#app/trading/orders/confirm-delivery.server';
import { preparePayout } from '#app/payments/prepare-payout/prepare-payout.server';
import { approvePayout } from '#app/payments/approve-payout/approve-payout.server';
import { crowd } from '#tests/integration/contention/crowd';
import { colleagueOf } from '#tests/support/people';
import { testDeps } from '#tests/support/test-deps';
import { market, must } from './market';

describe('many hands at once', async () => {
  const deps = await testDeps({ poolSize: 20 });
  const town = await market(deps);

  async function expectBooksToHold() {
    const { sums, drifted } = await trialBalance(deps);
    expect(drifted).toEqual([]);
    expect(sums.every(({ sumMinor }) => sumMinor === 0n)).toBe(true);
  }
  const entries = (orderId: string, kind: string) => deps.db.journalEntry.count({ where: { orderId, kind } });

  it('sells one lot to one of 200 buyers, refuses 199, and posts once', async () => {
    const lotId = await town.lot();
    const buyers = await crowd(deps, { programmeId: town.programmeId, size: 200 });
    const results = await Promise.all(
      buyers.map(({ userId }) =>
        placeOrder(deps, {
          actor: { ...town.buyer, userId },
          lotId,
          quantity: '',
          shownPriceMinor: null,
          termsAccepted: true,
          requestId: deps.newId(),
        }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.code === 'lot-not-available')).toHaveLength(199);
    expect(await deps.db.order.count({ where: { lotId } })).toBe(1);
    expect(await deps.db.orderCharge.count()).toBe(2);
    expect(await deps.db.writeOnce.count()).toBe(1);
    expect((await deps.db.lot.findUniqueOrThrow({ where: { id: lotId } })).availableQuantity.toFixed()).toBe('0');
    await expectBooksToHold();
  });

  it('sells a divisible lot to as many as it has parts for, and never more', async () => {
    const lotId = await town.lot({ divisible: true });
    const results = await Promise.all(Array.from({ length: 40 }, () => town.place(lotId, { quantity: '150' })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(6);
    expect((await deps.db.lot.findUniqueOrThrow({ where: { id: lotId } })).availableQuantity.toFixed()).toBe('100');
    await expectBooksToHold();
  });

  it('gives a double click on "order" one order', async () => {
    const lotId = await town.lot({ divisible: true });
    const requestId = deps.newId();
    const results = await Promise.all(
      Array.from({ length: 5 }, () => town.place(lotId, { quantity: '10', requestId })),
    );
    expect(new Set(results.map((result) => must(result).orderId)).size).toBe(1);
    expect(await deps.db.order.count({ where: { lotId } })).toBe(1);
    expect(await town.place(lotId, { quantity: '11', requestId })).toMatchObject({ ok: false, code: 'key-reused' });
  });

  it('answers a second click after the lot is gone with the first order', async () => {
    const lotId = await town.lot();
    const requestId = deps.newId();
    const first = must(await town.place(lotId, { requestId }));
    expect(must(await town.place(lotId, { requestId }))).toEqual(first);
  });

  it('books a payment that is reported five times at once only once, and lets expiry and payment settle who was first', async () => {
    const orderId = await town.orderIn('placed');
    const { priceMinor, payBy } = await town.order(orderId);
    deps.clock.set(payBy.toISOString());
    const payment = {
      orderId,
      chargeId: 'ch_five',
      amountMinor: priceMinor,
      feeMinor: 100n,
      occurredAt: deps.clock.now(),
    };
    const [outcome] = await Promise.all([
      town.steps.expire(orderId),
      ...Array.from({ length: 5 }, () => recordPayment(deps, payment)),
    ]);
    deps.clock.set('2026-06-02T08:00:00Z');
    const { state } = await town.order(orderId);
    expect(state).toBe(outcome === 'expired' ? 'expired' : 'paid');
    expect(await deps.db.journalEntry.count({ where: { key: 'charge:ch_five:received' } })).toBe(1);
    expect(await entries(orderId, outcome === 'expired' ? 'late-payment' : 'payment-received')).toBe(1);
    await expectBooksToHold();
  });

  it('settles a delivery once, whoever clicks how often', async () => {
    const orderId = await town.orderIn('shipped');
    const results = await Promise.all(
      Array.from({ length: 6 }, () =>
        confirmDelivery(deps, { actor: town.buyer, orderId, agreed: true, note: '', requestId: deps.newId() }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await entries(orderId, 'delivery-settled')).toBe(1);
  });

  it('prepares, approves and confirms a payout once, whoever clicks at the same time', async () => {
    const orderId = await town.orderIn('delivered');
    const prepared = await Promise.all(
      Array.from({ length: 4 }, () => preparePayout(deps, { actor: town.officer, orderId, requestId: deps.newId() })),
    );
    expect(prepared.filter(({ ok }) => ok)).toHaveLength(1);
    expect(prepared.filter((result) => !result.ok && result.code === 'payout-exists')).toHaveLength(3);
    const payout = await deps.db.payout.findFirstOrThrow({ where: { orderId } });

    const second = await colleagueOf(deps, town.controller);
    const approved = await Promise.all(
      [town.controller, second, town.controller].map((actor) =>
        approvePayout(deps, {
          actor,
          payoutId: payout.id,
          reference: 'TT-9',
          proof: { documentId: town.proof },
          requestId: deps.newId(),
        }),
      ),
    );
    expect(approved.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await entries(orderId, 'payout-sent')).toBe(1);

    const confirmed = await Promise.all(
      Array.from({ length: 3 }, () =>
        confirmPayout(deps, {
          actor: town.treasurer,
          payoutId: payout.id,
          received: '111871.87',
          note: '',
          requestId: deps.newId(),
        }),
      ),
    );
    expect(confirmed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await entries(orderId, 'proceeds-received')).toBe(1);
    expect((await town.order(orderId)).state).toBe('settled');
    await expectBooksToHold();
  });
});

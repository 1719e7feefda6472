import { describe, expect, it } from 'vitest';
import { buyerOrderPage } from '#app/trading/orders/order-page.server';
import { expireOrder } from '#app/trading/take-payment/expire-order.server';
import { switchMethod } from '#app/trading/switch-method/switch-method.server';
import { expectMoneyToHold } from '#tests/support/money-invariants';
import { must } from './market';
import { stripeTown } from './stripe-town';

const BY_CARD = 12_154_822n;
const BY_TRANSFER = 11_861_611n;

describe('an unpaid order is paid in another way', async () => {
  const town = await stripeTown();
  const { deps } = town;

  async function settle(): Promise<void> {
    for (let round = 0; round < 2; round += 1) {
      await town.deliver();
      await town.work();
    }
  }
  async function awaited(): Promise<{ orderId: string; session: string }> {
    const { orderId } = must(await town.place(await town.lot(), { paymentMethod: 'transfer' }));
    const session = await town.checkout(orderId);
    await town.control('transfer', { session });
    await settle();
    return { orderId, session };
  }
  /** The page that is open now. */
  async function opened(orderId: string): Promise<string> {
    await town.checkout(orderId);
    return (await deps.db.checkout.findFirstOrThrow({ where: { orderId, state: 'open' } })).sessionId;
  }
  const to = (orderId: string, method: 'card' | 'transfer', change: object = {}) =>
    switchMethod(deps, {
      ...{ actor: town.buyer, orderId, method, requestId: deps.newId() },
      shownTotalMinor: method === 'card' ? BY_CARD : BY_TRANSFER,
      ...change,
    });

  it('freezes the new cost with an adjusting entry, once, and is paid by card', async () => {
    const { orderId, session } = await awaited();
    expect(await to(orderId, 'card', { shownTotalMinor: BY_TRANSFER })).toMatchObject({ code: 'price-changed' });
    await expect(to(orderId, 'card', { actor: town.stranger })).rejects.toMatchObject({ status: 404 });
    const requestId = deps.newId();
    for (const done of await Promise.all([to(orderId, 'card', { requestId }), to(orderId, 'card', { requestId })]))
      must(done);
    must(await to(orderId, 'card'));
    expect(await town.order(orderId)).toMatchObject({ state: 'placed', paymentMethod: 'card' });
    expect(await deps.db.journalEntry.count({ where: { orderId, kind: 'order-placed' } })).toBe(2);
    const page = await buyerOrderPage(deps, { actor: town.buyer, orderId });
    expect(page).toMatchObject({ transfer: null, transferUnderWay: false, payment: { totalMinor: BY_CARD } });
    await town.control('pay', { session: await opened(orderId) });
    await settle();
    expect((await town.order(orderId)).state).toBe('paid');
    // The transfer comes after all: it goes back.
    await town.control('money-arrives', { session });
    await settle();
    expect((await town.order(orderId)).state).toBe('paid');
    const owed = await deps.db.ledgerAccount.findMany({ where: { code: 'payable-buyer-refund' } });
    expect(owed.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0n)).toBe(0n);
    await expectMoneyToHold(deps);
  });

  it('goes back to the transfer, whose first reference still pays it, and can be called off from either', async () => {
    const { orderId, session } = await awaited();
    must(await to(orderId, 'card'));
    const page = await opened(orderId);
    must(await to(orderId, 'transfer'));
    expect((await town.stripe.checkout.sessions.retrieve(page)).status).toBe('expired');
    await town.control('money-arrives', { session });
    await settle();
    expect((await town.order(orderId)).state).toBe('paid');
    await expectMoneyToHold(deps);
    const { orderId: other } = await awaited();
    must(await to(other, 'card'));
    must(await town.steps.cancel(other));
    expect(await to(other, 'transfer')).toMatchObject({ code: 'order-not-payable' });
    await expectMoneyToHold(deps);
  });

  it('sends a part that came by transfer back, and refuses a card above the limit', async () => {
    const { orderId, session } = await awaited();
    await town.control('money-arrives', { session, amount: 1_000_000 });
    must(await to(orderId, 'card'));
    expect(await expireOrder(deps, { orderId })).toBe('not-yet');
    await settle();
    const { sentBackMinor } = (await buyerOrderPage(deps, { actor: town.buyer, orderId })).payment;
    expect(sentBackMinor).toBe(1_000_000n);
    expect(await deps.db.sandboxRefund.count({ where: { customerId: { not: null } } })).toBe(1);
    await expectMoneyToHold(deps);
    const { orderId: large } = must(await town.place(await town.lot(), { paymentMethod: 'transfer' }));
    const { id: _, ...terms } = await deps.db.paymentTerms.findFirstOrThrow({ include: { decision: true } });
    const { decision, ...lower } = { ...terms, version: 2, cardLimitMinor: 500_000n };
    const termsId = deps.newId();
    await deps.db.paymentTerms.create({ data: { ...lower, id: termsId } });
    const later = new Date(deps.clock.now().getTime() + 1);
    await deps.db.paymentTermsDecision.create({
      data: { ...(decision as NonNullable<typeof decision>), termsId, decidedAt: later },
    });
    expect(await to(large, 'card')).toMatchObject({ code: 'card-limit', path: 'method' });
  });
});

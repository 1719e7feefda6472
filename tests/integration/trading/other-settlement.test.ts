import { describe, expect, it } from 'vitest';
import { expectMoneyToHold } from '#tests/support/money-invariants';
import { stripeTown } from './stripe-town';

/** The price of 118,023.02 and what paying it by card costs, which its buyer bears. */
const TOTAL = 12_154_822n;

describe('money that Stripe settles in another currency', async () => {
  const town = await stripeTown();
  const { deps } = town;
  const settle = async () => {
    await town.deliver();
    await town.work();
  };
  const balance = async (key: string) =>
    (await deps.db.ledgerAccount.findUnique({ where: { key } }))?.balanceMinor ?? 0n;
  const entriesOf = (orderId: string, kind: string) =>
    deps.db.journalEntry.findMany({ where: { orderId, kind }, include: { postings: { include: { account: true } } } });

  it('books the gross in the order’s currency and the net in the account’s, with Stripe’s rate', async () => {
    await town.control('settlement', { currency: 'eur', rate: '0.9' });
    const orderId = await town.orderIn('placed');
    await town.control('pay', { session: await town.checkout(orderId) });
    await settle();
    expect(await town.order(orderId)).toMatchObject({ state: 'paid' });
    expect(await balance(`held-for-order:${orderId}:USD`)).toBe(-11_802_302n);
    expect(await balance('currency-exchange:-:USD')).toBe(TOTAL);
    expect(await balance('currency-exchange:-:EUR')).toBe(-10_939_340n);
    const [settled] = await entriesOf(orderId, 'money-exchanged');
    expect(settled).toMatchObject({ currency: 'EUR', memo: { settledIn: 'EUR', rate: '0.9' } });
    expect(await balance('stripe-balance:-:EUR')).toBe(10_939_340n - (await balance('payment-fees:-:EUR')));
    await expectMoneyToHold(deps);
  });

  it('sends a payment back that came too late, and keeps what the rate cost on an account of its own', async () => {
    const before = await balance('exchange-difference:-:EUR');
    const orderId = await town.orderIn('placed');
    await town.control('pay', { session: await town.checkout(orderId) });
    expect(await town.steps.expire(orderId)).toBe('expired');
    await town.control('settlement', { currency: 'eur', rate: '0.95' });
    await settle();
    await settle();
    expect(await town.order(orderId)).toMatchObject({ state: 'refunded' });
    expect(await balance(`payable-buyer-refund:${town.buyer.organisationId}:USD`)).toBe(0n);
    // 11,547,081 went back of a payment that brought 10,939,340.
    expect((await balance('exchange-difference:-:EUR')) - before).toBe(11_547_081n - 10_939_340n);
    await expectMoneyToHold(deps);
  });

  it('does the same with a dispute, its fee, and a part that went back', async () => {
    await town.control('settlement', { currency: 'eur', rate: '0.9' });
    const orderId = await town.orderIn('placed');
    await town.control('pay', { session: await town.checkout(orderId) });
    await settle();
    const { chargeId } = await deps.db.checkout.findFirstOrThrow({ where: { orderId } });
    await town.stripe.refunds.create({ charge: chargeId ?? '', amount: 2_302 });
    await settle();
    expect(await town.order(orderId)).toMatchObject({ state: 'paid', frozenFor: 'refund' });
    await town.control('settlement', { currency: 'eur', rate: '0.85' });
    await town.control('dispute', { charge: chargeId });
    await settle();
    const { stripeId } = await deps.db.dispute.findFirstOrThrow({ where: { orderId } });
    await town.control('decide-dispute', { dispute: stripeId, won: false });
    await settle();
    expect(await town.order(orderId)).toMatchObject({ state: 'lost', frozenFor: null });
    expect(await balance(`returned-money:${orderId}:USD`)).toBe(0n);
    expect(await balance(`returned-money:${orderId}:EUR`)).toBe(0n);
    await expectMoneyToHold(deps);
  });
});

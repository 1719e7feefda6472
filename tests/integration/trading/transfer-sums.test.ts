import { describe, expect, it } from 'vitest';
import { keepTransferDetails } from '#app/payments/checkout/keep-transfer-details.server';
import { buyerOrderPage } from '#app/trading/orders/order-page.server';
import { expectMoneyToHold } from '#tests/support/money-invariants';
import { must } from './market';
import { stripeTown } from './stripe-town';

const TOTAL = 11_861_611n;

describe('transfers of another sum than the order’s', async () => {
  const town = await stripeTown();
  const { deps } = town;

  async function settle(): Promise<void> {
    for (let round = 0; round < 2; round += 1) {
      await town.deliver();
      await town.work();
    }
  }
  /** An order whose bank details were opened. */
  async function awaited(): Promise<{ orderId: string; session: string }> {
    const { orderId } = must(await town.place(await town.lot(), { paymentMethod: 'transfer' }));
    const session = await town.checkout(orderId);
    await town.control('transfer', { session });
    await settle();
    await keepTransferDetails(deps, { orderId });
    return { orderId, session };
  }
  async function arrives(session: string, amount: number): Promise<void> {
    await town.control('money-arrives', { session, amount });
    await settle();
  }
  const state = async (orderId: string) => (await town.order(orderId)).state;
  const page = (orderId: string) => buyerOrderPage(deps, { actor: town.buyer, orderId });
  const returned = async (orderId: string) => (await page(orderId)).payment.sentBackMinor;
  /** Nothing lies at Stripe in the buyer's name, and what we keep of it says the same. */
  async function expectNothingLeft(): Promise<void> {
    const { customerId } = await deps.db.stripeCustomer.findUniqueOrThrow({
      where: { organisationId: town.buyer.organisationId },
    });
    expect((await town.stripe.customers.retrieveCashBalance(customerId)).available).toBeNull();
    const { _sum: kept } = await deps.db.buyerFunds.aggregate({ _sum: { amountMinor: true } });
    expect(kept.amountMinor ?? 0n).toBe(0n);
    await expectMoneyToHold(deps);
  }

  it('keeps a short one waiting, says what is missing, and is completed by the rest', async () => {
    const { orderId, session } = await awaited();
    await arrives(session, 10_000_000);
    expect(await state(orderId)).toBe('placed');
    expect((await page(orderId)).transfer).toMatchObject({ amountMinor: TOTAL, receivedMinor: 10_000_000n });
    await arrives(session, 1_861_610);
    expect((await page(orderId)).transfer).toMatchObject({ receivedMinor: 11_861_610n });
    await arrives(session, 1);
    expect(await state(orderId)).toBe('paid');
    expect(await returned(orderId)).toBe(0n);
    await expectNothingLeft();
  });

  it('sends all of a short one back when the order expires or is called off, even where Stripe is away at first', async () => {
    const expired = await awaited();
    const cancelled = await awaited();
    for (const { session } of [expired, cancelled]) await arrives(session, 4_000_000);
    await town.control('fault', { times: 3, status: 500, moment: 'after' });
    await expect(town.steps.expire(expired.orderId)).rejects.toThrow();
    expect(await town.steps.expire(expired.orderId)).toBe('not-waiting');
    must(await town.steps.cancel(cancelled.orderId));
    expect(await town.steps.expire(cancelled.orderId)).toBe('not-waiting');
    await settle();
    for (const { orderId } of [expired, cancelled]) expect(await returned(orderId)).toBe(4_000_000n);
    expect(await state(expired.orderId)).toBe('expired');
    await expectNothingLeft();
    // The rest comes after all: it goes back too.
    await arrives(expired.session, 7_861_611);
    expect(await returned(expired.orderId)).toBe(TOTAL);
    await expectNothingLeft();
  });

  it('pays the order with one that is over, and sends the surplus back once, whatever the webhooks do', async () => {
    const { orderId, session } = await awaited();
    await town.control('money-arrives', { session, amount: Number(TOTAL) + 250_000 });
    const events = await town.stripe.events.list({ limit: 10 });
    for (const { id } of events.data) await town.control('repeat', { event: id, times: 2 });
    await town.deliver();
    await Promise.all([town.work((ids) => ids.reverse()), town.work()]);
    await settle();
    expect(await state(orderId)).toBe('paid');
    expect(await returned(orderId)).toBe(250_000n);
    expect(await deps.db.sandboxRefund.count({ where: { customerId: { not: null }, amountMinor: 250_000n } })).toBe(1);
    await expectNothingLeft();
    // A second transfer for an order that is paid goes back too.
    await arrives(session, 500);
    expect(await returned(orderId)).toBe(250_500n);
    await expectNothingLeft();
  });

  it('tells of a surplus and of a second transfer where nobody opened the order’s page before', async () => {
    const unseen = async () => {
      const { orderId } = must(await town.place(await town.lot(), { paymentMethod: 'transfer' }));
      const session = await town.checkout(orderId);
      await town.control('transfer', { session });
      return { orderId, session };
    };
    // The webhooks were heard, the page was not opened.
    const heard = await unseen();
    await settle();
    await arrives(heard.session, Number(TOTAL) + 100_000);
    expect(await state(heard.orderId)).toBe('paid');
    expect(await returned(heard.orderId)).toBe(100_000n);
    await expectNothingLeft();

    // The money is there before any webhook is: only the payment that took from it tells whose it was. A
    // webhook about the money is heard first.
    const unheard = await unseen();
    await town.control('money-arrives', { session: unheard.session, amount: Number(TOTAL) + 50_000 });
    await town.deliver();
    await town.work((ids) => ids.reverse());
    await settle();
    expect(await state(unheard.orderId)).toBe('paid');
    expect(await returned(unheard.orderId)).toBe(50_000n);
    expect(await deps.db.transferDetails.count({ where: { sessionId: unheard.session } })).toBe(0);
    // What comes later under the same reference adds to it, and takes nothing of the first notice away.
    await arrives(unheard.session, 700);
    expect(await returned(unheard.orderId)).toBe(50_700n);
    await expectNothingLeft();

    // Too late, and called off before anybody looked.
    const late = await unseen();
    await settle();
    expect(await town.steps.expire(late.orderId)).toBe('expired');
    await arrives(late.session, Number(TOTAL) + 300);
    expect(await state(late.orderId)).toBe('refunded');
    expect(await returned(late.orderId)).toBe(300n);
    await expectNothingLeft();
  });
});

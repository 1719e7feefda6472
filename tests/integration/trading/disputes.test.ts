import { describe, expect, it } from 'vitest';
import type { Actor } from '#app/identity/actor';
import { approvePayout } from '#app/payments/approve-payout/approve-payout.server';
import { getPayout } from '#app/payments/show-payout/payout-page.server';
import { needsYou } from '#app/programme/overview/needs-you.server';
import { decideRefund } from '#app/trading/disputes/decide-refund.server';
import { disputePage } from '#app/trading/disputes/dispute-page.server';
import { listMoneyInQuestion } from '#app/trading/disputes/list-money-in-question.server';
import { buyerOrderPage, cooperativeOrderPage } from '#app/trading/orders/order-page.server';
import type { OrderState } from '#app/trading/lifecycle/order-lifecycle';
import { samplePaper } from '#prisma/seed/sample-paper';
import { expectMoneyToHold } from '#tests/support/money-invariants';
import { must } from './market';
import { stripeTown } from './stripe-town';

const DISPUTED_CARD = '4000000000000259';
const FEE = 1_500n;
/** The price of 118,023.02 and what paying it by card costs, which its buyer bears. */
const TOTAL = 12_154_822n;

describe('money that Stripe takes back', async () => {
  const town = await stripeTown();
  const { deps } = town;
  const balance = async (code: string) =>
    (await deps.db.ledgerAccount.findMany({ where: { code } })).reduce((sum, row) => sum + row.balanceMinor, 0n);
  const settle = async () => {
    await town.deliver();
    await town.work();
  };
  const disputeOf = async (orderId: string) => deps.db.dispute.findFirstOrThrow({ where: { orderId } });
  const decide = async (orderId: string, won: boolean) => {
    const { stripeId } = await disputeOf(orderId);
    await town.control('decide-dispute', { dispute: stripeId, won });
    await settle();
  };
  const chargeOf = async (orderId: string) =>
    (await deps.db.checkout.findFirstOrThrow({ where: { orderId } })).chargeId ?? '';

  /** An order paid through Stripe that went on to the state by its use cases. */
  async function paidUpTo(state: OrderState, number = '4242424242424242'): Promise<string> {
    const orderId = await town.orderIn('placed');
    await town.control('pay', { session: await town.checkout(orderId), number });
    await settle();
    if (state === 'paid') return orderId;
    must(await town.steps.ship(orderId));
    if (state === 'shipped') return orderId;
    must(await town.steps.confirm(orderId));
    if (state === 'delivered') return orderId;
    must(await town.steps.receive(await town.payoutOf(orderId), '111871.87'));
    return orderId;
  }

  it('freezes an order whose payment is disputed, in whatever order the webhooks come', async () => {
    const orderId = await town.orderIn('placed');
    await town.control('pay', { session: await town.checkout(orderId), number: DISPUTED_CARD });
    await town.deliver();
    // The dispute is heard of before its payment, and twice at once.
    await Promise.all([town.work((ids) => ids.reverse()), town.work((ids) => ids.reverse())]);
    expect(await town.order(orderId)).toMatchObject({ state: 'paid', frozenFor: 'dispute' });
    expect(await disputeOf(orderId)).toMatchObject({ status: 'open', amountMinor: TOTAL, reason: 'fraudulent' });
    expect(await town.steps.ship(orderId)).toMatchObject({ code: 'order-frozen' });
    expect(await balance('returned-money')).toBe(TOTAL + FEE);
    await expectMoneyToHold(deps);
    await decide(orderId, true);
    expect(await town.order(orderId)).toMatchObject({ state: 'paid', frozenFor: null });
    expect(await balance('returned-money')).toBe(0n);
    must(await town.steps.ship(orderId));
    await expectMoneyToHold(deps);
  });

  it('ends a paid order that is lost, and its stock is for sale again', async () => {
    const orderId = await paidUpTo('paid', DISPUTED_CARD);
    const loss = await balance('chargeback-loss');
    await decide(orderId, false);
    const order = await town.order(orderId);
    expect(order).toMatchObject({ state: 'lost', frozenFor: null });
    expect(await deps.db.lot.findUniqueOrThrow({ where: { id: order.lotId } })).toMatchObject({ state: 'listed' });
    // The price was held and is gone with the payment: only Stripe's fee is lost.
    expect((await balance('chargeback-loss')) - loss).toBe(FEE);
    await expectMoneyToHold(deps);
  });

  it('lets no step of a payout pass, and owes nothing from a delivery whose payment is lost', async () => {
    const orderId = await paidUpTo('delivered');
    const { payoutId } = must(await town.steps.prepare(orderId));
    await town.control('dispute', { charge: await chargeOf(orderId) });
    await settle();
    expect(await town.order(orderId)).toMatchObject({ state: 'delivered', frozenFor: 'dispute' });
    expect(await town.steps.approve(payoutId)).toMatchObject({ code: 'order-frozen' });
    await decide(orderId, false);
    expect(await town.order(orderId)).toMatchObject({ state: 'lost' });
    expect(await deps.db.payout.findUniqueOrThrow({ where: { id: payoutId } })).toMatchObject({ state: 'cancelled' });
    expect(await town.steps.prepare(orderId)).toMatchObject({ code: 'nothing-owed' });
    await expectMoneyToHold(deps);
  });

  it('records money that had left before the dispute was known, and bears its loss', async () => {
    const orderId = await paidUpTo('delivered');
    const { payoutId } = must(await town.steps.prepare(orderId));
    await town.control('dispute', { charge: await chargeOf(orderId) });
    await settle();
    const { controller } = town;
    const page = await getPayout(deps, { actor: controller, side: 'programme', payoutId });
    expect(page).toMatchObject({ changes: ['frozen'], mayHaveBeenSent: true });
    const loss = await balance('chargeback-loss');
    const proof = { name: 'slip.pdf', bytes: new Uint8Array(Buffer.from(samplePaper(['sent']))) };
    const sentAlready = { note: 'It left in the morning' };
    const sent = { actor: controller, payoutId, reference: 'TT-9', proof, sentAlready, requestId: deps.newId() };
    must(await approvePayout(deps, sent));
    expect(await town.order(orderId)).toMatchObject({ state: 'delivered', frozenFor: 'dispute' });
    await decide(orderId, false);
    expect((await balance('chargeback-loss')) - loss).toBe(TOTAL + FEE);
    must(await town.steps.receive(payoutId, '111871.87'));
    expect(await town.order(orderId)).toMatchObject({ state: 'settled', frozenFor: null });
    await expectMoneyToHold(deps);
  });

  it('bears the loss itself, listed, where the cooperative was paid', async () => {
    const orderId = await paidUpTo('settled');
    const sent = await paidUpTo('delivered');
    const payoutId = await town.payoutOf(sent);
    const loss = await balance('chargeback-loss');
    for (const id of [orderId, sent]) await town.control('dispute', { charge: await chargeOf(id) });
    await settle();
    expect(await town.order(orderId)).toMatchObject({ state: 'settled', frozenFor: null });
    expect(await town.steps.receive(payoutId, '111871.87')).toMatchObject({ code: 'order-frozen' });
    for (const id of [orderId, sent]) await decide(id, false);
    expect(await town.order(orderId)).toMatchObject({ state: 'settled' });
    expect((await balance('chargeback-loss')) - loss).toBe(2n * (TOTAL + FEE));
    expect(await disputeOf(orderId)).toMatchObject({ status: 'lost', lossMinor: TOTAL + FEE });
    must(await town.steps.receive(payoutId, '111871.87'));
    expect(await town.order(sent)).toMatchObject({ state: 'settled', frozenFor: null });
    await expectMoneyToHold(deps);
  });

  it('ends an order whose whole payment was sent back at Stripe, at once or in parts', async () => {
    const whole = await paidUpTo('shipped');
    await town.stripe.refunds.create({ charge: await chargeOf(whole) });
    await settle();
    expect(await town.order(whole)).toMatchObject({ state: 'refunded', frozenFor: null });

    const parts = await paidUpTo('delivered');
    const charge = await chargeOf(parts);
    await town.stripe.refunds.create({ charge, amount: 802_302 });
    await settle();
    expect(await town.order(parts)).toMatchObject({ state: 'delivered', frozenFor: 'refund' });
    expect(await town.steps.prepare(parts)).toMatchObject({ code: 'order-frozen' });
    await expectMoneyToHold(deps);
    await town.stripe.refunds.create({ charge });
    await settle();
    await settle();
    expect(await town.order(parts)).toMatchObject({ state: 'refunded', frozenFor: null });
    expect(await deps.db.outsideRefund.count({ where: { orderId: parts, decision: 'end' } })).toBe(2);
    await expectMoneyToHold(deps);
  });

  it('sends back only what is left of a payment that came too late, and nothing while it is disputed', async () => {
    const refunded = await town.orderIn('placed');
    const disputed = await town.orderIn('placed');
    for (const [orderId, number] of [
      [refunded, '4242424242424242'],
      [disputed, DISPUTED_CARD],
    ] as const) {
      const session = await town.checkout(orderId);
      await town.control('pay', { session, number });
      expect(await town.steps.expire(orderId)).toBe('expired');
      const intent = (await town.stripe.checkout.sessions.retrieve(session)).payment_intent;
      if (orderId === refunded) await town.stripe.refunds.create({ payment_intent: String(intent), amount: 2_302 });
    }
    await settle();
    await settle();
    expect(await town.order(refunded)).toMatchObject({ state: 'refunded' });
    expect(await town.order(disputed)).toMatchObject({ state: 'expired' });
    await decide(disputed, false);
    expect(await town.order(disputed)).toMatchObject({ state: 'refunded' });
    expect(await balance('payable-buyer-refund')).toBe(0n);
    await expectMoneyToHold(deps);
  });

  it('lets staff decide on a part that went back: the platform bears it, or the order ends', async () => {
    const orders = [await paidUpTo('paid'), await paidUpTo('delivered')];
    for (const id of orders) await town.stripe.refunds.create({ charge: await chargeOf(id), amount: 100_000 });
    await settle();
    expect((await listMoneyInQuestion(deps, { actor: town.controller })).map(({ orderId }) => orderId)).toEqual(
      expect.arrayContaining(orders),
    );
    const [goesOn = '', ends = ''] = orders;
    const decide = (orderId: string, change: object = {}) =>
      decideRefund(deps, {
        ...{ actor: town.controller, orderId, decision: 'bear', note: 'Two grams were missing' },
        requestId: deps.newId(),
        ...change,
      });
    await expect(decide(goesOn, { actor: town.officer })).rejects.toMatchObject({ status: 403 });
    expect(await decide(goesOn, { note: ' ' })).toMatchObject({ code: 'note', path: 'note' });
    const loss = await balance('refund-loss');
    const twice = await Promise.all([decide(goesOn), decide(goesOn)]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await balance('refund-loss')) - loss).toBe(100_000n);
    expect(await town.order(goesOn)).toMatchObject({ state: 'paid', frozenFor: null });
    must(await town.steps.ship(goesOn));

    // Money goes out: one proposes, another confirms. A programme with one controller can do it.
    const { officer } = town;
    const page = (actor: Actor) => disputePage(deps, { actor, orderId: ends });
    expect(await page(officer)).toMatchObject({ mayDecide: true, mayBear: false, endProposedByReader: false });
    expect(await page({ ...officer, role: 'observer' })).toMatchObject({ mayDecide: false, mayBear: false });
    expect(must(await decide(ends, { decision: 'end', actor: officer }))).toMatchObject({ proposed: true });
    expect(await decide(ends, { decision: 'end', actor: officer })).toMatchObject({ code: 'same-person' });
    expect(await page(officer)).toMatchObject({ endProposed: true, endProposedByReader: true });
    expect(await page(town.controller)).toMatchObject({ endProposed: true, endProposedByReader: false, mayBear: true });
    expect(await town.order(ends)).toMatchObject({ state: 'delivered', frozenFor: 'refund' });
    must(await decide(ends, { decision: 'end' }));
    await settle();
    expect(await town.order(ends)).toMatchObject({ state: 'refunded', frozenFor: null });
    expect(await deps.db.outsideRefund.findFirst({ where: { orderId: ends, amountMinor: 100_000n } })).toMatchObject({
      decision: 'end',
      decidedById: town.controller.userId,
    });
    expect(await decide(ends)).toMatchObject({ code: 'nothing-to-decide' });
    await expectMoneyToHold(deps);
  });

  it('shows staff the deadline and what is on file, and each side why the order stands still', async () => {
    const disputed = await paidUpTo('paid', DISPUTED_CARD);
    const page = await disputePage(deps, { actor: town.officer, orderId: disputed });
    expect(page.order.frozenFor).toBe('dispute');
    expect(page.disputes[0]).toMatchObject({ status: 'open', evidenceDueAt: '2026-06-11T08:00:00.000Z' });
    expect(page.chargeId).toMatch(/^ch_/);
    expect(page.order.evidence[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await buyerOrderPage(deps, { actor: town.buyer, orderId: disputed })).frozenFor).toBe('dispute');
    const seller = await cooperativeOrderPage(deps, { actor: town.manager, orderId: disputed });
    expect(seller.actions).toEqual([]);
    const [first] = await needsYou(deps, { programmeId: town.programmeId });
    expect(first).toMatchObject({ need: 'frozen' });
  });

  it('bears a part that went back after the payout, and leaves events of others alone', async () => {
    const orderId = await paidUpTo('settled');
    const loss = await balance('refund-loss');
    await town.stripe.refunds.create({ charge: await chargeOf(orderId), amount: 500 });
    await settle();
    expect(await town.order(orderId)).toMatchObject({ state: 'settled', frozenFor: null });
    expect((await balance('refund-loss')) - loss).toBe(500n);
    expect(await deps.db.outsideRefund.findFirstOrThrow({ where: { orderId } })).toMatchObject({
      decision: 'bear',
      lossMinor: 500n,
    });
    await expectMoneyToHold(deps);
    expect(await deps.db.stripeEvent.count({ where: { processedAt: null } })).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { cancelPayout } from '#app/payments/short-payout/resolve-payout.server';
import { owedPayouts } from '#app/payments/payouts/owed-payouts.server';
import { sendRest } from '#app/payments/short-payout/send-rest.server';
import { termsPage } from '#app/payments/terms/terms-page.server';
import { needsYou } from '#app/programme/overview/needs-you.server';
import { decideLoss } from '#app/trading/disputes/decide-loss.server';
import { disputePage } from '#app/trading/disputes/dispute-page.server';
import { disputeQueue } from '#app/trading/disputes/dispute-queue.server';
import { colleagueOf } from '#tests/support/people';
import { expectMoneyToHold } from '#tests/support/money-invariants';
import { must } from './market';
import { stripeTown } from './stripe-town';

const FEE = 1_500n;
/** The price of 118,023.02 and what paying it by card costs, which its buyer bears. */
const TOTAL = 12_154_822n;
const STRIPE_TOOK = 352_520n;
const NET = 11_187_187n;

describe('a payment that is lost after a payout was out', async () => {
  const town = await stripeTown();
  const { deps, officer, controller } = town;
  const second = await colleagueOf(deps, controller);
  const settle = async () => {
    for (let round = 0; round < 3; round += 1) {
      await town.deliver();
      await town.work();
    }
  };
  const chargeOf = async (orderId: string) =>
    (await deps.db.checkout.findFirstOrThrow({ where: { orderId } })).chargeId ?? '';
  const decide = (orderId: string, decision: 'bear' | 'end', actor = controller, note = 'The bank has decided') =>
    decideLoss(deps, { actor, orderId, decision, note, requestId: deps.newId() });
  const shorts = async (orderId: string) =>
    (await termsPage(deps, { actor: controller })).shorts.filter((one) => one.orderId === orderId);
  /** Pays again what every webhook says, as Stripe may. */
  async function repeatAll(): Promise<void> {
    const events = await deps.db.sandboxEvent.findMany({ orderBy: { sequence: 'desc' }, take: 6 });
    for (const { id } of events) await town.control('repeat', { event: id, times: 1 });
    await deps.db.stripeEvent.updateMany({
      where: { id: { in: events.map(({ id }) => id) } },
      data: { processedAt: null },
    });
    await settle();
  }

  /** Delivered and sent. The payment goes while the money is on its way. */
  async function lostWhileSent(how: 'dispute' | 'refund' = 'dispute'): Promise<{ orderId: string; payoutId: string }> {
    const orderId = await town.orderIn('placed');
    await town.control('pay', { session: await town.checkout(orderId) });
    await settle();
    must(await town.steps.ship(orderId));
    must(await town.steps.confirm(orderId));
    const payoutId = await town.payoutOf(orderId);
    const charge = await chargeOf(orderId);
    if (how === 'refund') await town.stripe.refunds.create({ charge });
    else await town.control('dispute', { charge });
    await settle();
    if (how === 'dispute') {
      const { stripeId } = await deps.db.dispute.findFirstOrThrow({ where: { orderId } });
      await town.control('decide-dispute', { dispute: stripeId, won: false });
      await settle();
    }
    expect(await town.order(orderId)).toMatchObject({ state: 'delivered', frozenFor: null });
    return { orderId, payoutId };
  }

  async function takenBack(how?: 'dispute' | 'refund') {
    const lost = await lostWhileSent(how);
    must(await town.steps.receive(lost.payoutId, '0'));
    const { payoutId } = lost;
    must(await cancelPayout(deps, { actor: officer, payoutId, note: 'it all came back', requestId: deps.newId() }));
    return lost;
  }

  it('stands still when the payout is taken back: nothing is prepared, staff have a work item', async () => {
    const { orderId } = await takenBack();
    expect(await town.order(orderId)).toMatchObject({ state: 'delivered', frozenFor: 'loss' });
    expect(await town.steps.prepare(orderId)).toMatchObject({ code: 'order-frozen' });
    expect((await owedPayouts(deps, { actor: officer })).map((row) => row.orderId)).not.toContain(orderId);
    const { items } = await disputeQueue(deps, { actor: officer, locale: 'en' });
    expect(items).toMatchObject([{ detailKey: 'verification:queue.decideLoss' }]);
    expect((await needsYou(deps, { programmeId: town.programmeId }))[0]).toMatchObject({ need: 'frozen' });
    expect(await shorts(orderId)).toMatchObject([{ cause: 'loss', short: { minor: TOTAL + FEE, currency: 'USD' } }]);
    expect(await deps.db.orderEvent.count({ where: { orderId, action: 'freeze', to: 'delivered' } })).toBe(2);
    // Looked at again, the same: no webhook decides for staff.
    await repeatAll();
    expect(await town.order(orderId)).toMatchObject({ state: 'delivered', frozenFor: 'loss' });
    // Also where nothing froze it, the ledger says that the money is gone.
    await deps.db.order.update({ where: { id: orderId }, data: { frozenFor: null, frozenAt: null } });
    expect(await town.steps.prepare(orderId)).toMatchObject({ code: 'order-frozen' });
    expect(await town.order(orderId)).toMatchObject({ frozenFor: 'loss' });
    await expectMoneyToHold(deps);
    must(await decide(orderId, 'end'));
    must(await decide(orderId, 'end', second));
  });

  it.each(['dispute', 'refund'] as const)('ends by two persons, and nothing is owed from it (%s)', async (how) => {
    const { orderId } = await takenBack(how);
    expect(await decide(orderId, 'end', controller, ' ')).toMatchObject({ code: 'note', path: 'note' });
    expect(must(await decide(orderId, 'end'))).toMatchObject({ proposed: true });
    expect(await decide(orderId, 'end')).toMatchObject({ code: 'same-person' });
    const page = await disputePage(deps, { actor: controller, orderId });
    expect(page.loss).toMatchObject({ proposal: 'end', proposedByReader: true, note: 'The bank has decided' });
    expect(await town.order(orderId)).toMatchObject({ state: 'delivered', frozenFor: 'loss' });
    expect(must(await decide(orderId, 'end', second))).toMatchObject({ proposed: false });
    const state = how === 'dispute' ? 'lost' : 'refunded';
    expect(await town.order(orderId)).toMatchObject({ state, frozenFor: null });
    expect(await deps.db.paymentLoss.findFirst({ where: { orderId } })).toMatchObject({
      decision: 'end',
      proposedById: controller.userId,
      decidedById: second.userId,
    });
    expect(await decide(orderId, 'end')).toMatchObject({ code: 'nothing-to-decide' });
    expect(await town.steps.prepare(orderId)).toMatchObject({ code: 'nothing-owed' });
    // Only what Stripe took for the payment and for the dispute is lost.
    const listed = (await shorts(orderId)).map(({ cause, short }) => [cause, short.minor]);
    expect(new Map(listed as [string, bigint][])).toEqual(
      new Map<string, bigint>([['cost', STRIPE_TOOK], ...(how === 'dispute' ? [['loss', FEE] as const] : [])]),
    );
    if (how === 'dispute')
      expect(await deps.db.dispute.findFirst({ where: { orderId } })).toMatchObject({ lossMinor: FEE });
    else
      expect(await deps.db.outsideRefund.findFirst({ where: { orderId } })).toMatchObject({
        decision: 'end',
        lossMinor: 0n,
      });
    await expectMoneyToHold(deps);
    await repeatAll();
    await expectMoneyToHold(deps);
  });

  it('is borne by the platform by two persons, stays listed, and the cooperative is paid', async () => {
    const { orderId } = await takenBack();
    await expect(decide(orderId, 'bear', town.treasurer)).rejects.toMatchObject({ status: 403 });
    must(await decide(orderId, 'end', second));
    // Another proposal takes the place of the first: it too wants a second person.
    expect(must(await decide(orderId, 'bear'))).toMatchObject({ proposed: true });
    const twice = await Promise.all([decide(orderId, 'bear', second), decide(orderId, 'bear', second)]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await town.order(orderId)).toMatchObject({ state: 'delivered', frozenFor: null });
    expect(await shorts(orderId)).toMatchObject([{ cause: 'loss', short: { minor: TOTAL + FEE } }]);
    await repeatAll();
    expect(await town.order(orderId)).toMatchObject({ state: 'delivered', frozenFor: null });
    must(await town.steps.receive(await town.payoutOf(orderId), '111871.87'));
    expect(await town.order(orderId)).toMatchObject({ state: 'settled' });
    await expectMoneyToHold(deps);
  });

  it('holds the rest of a payout of which a part arrived; such an order cannot end', async () => {
    const { orderId, payoutId } = await lostWhileSent();
    must(await town.steps.receive(payoutId, '100000.00'));
    const rest = { actor: officer, payoutId, note: 'the rest came back', requestId: deps.newId() };
    // What arrived counts, the rest stays owed.
    expect(must(await sendRest(deps, rest))).toMatchObject({ payoutId });
    expect(await town.order(orderId)).toMatchObject({ frozenFor: 'loss' });
    expect(await decide(orderId, 'end')).toMatchObject({ code: 'part-paid' });
    await expectMoneyToHold(deps);
    must(await decide(orderId, 'bear'));
    must(await decide(orderId, 'bear', second));
    const payout = must(await town.steps.prepare(orderId));
    expect(await deps.db.payout.findUniqueOrThrow({ where: { id: payout.payoutId } })).toMatchObject({
      amountMinor: NET - 10_000_000n,
      completesId: payoutId,
    });
    await expectMoneyToHold(deps);
  });

  it('sends back what is left of a payment that was lost in part, and then ends', async () => {
    const { orderId, payoutId } = await (async () => {
      const id = await town.orderIn('placed');
      await town.control('pay', { session: await town.checkout(id) });
      await settle();
      must(await town.steps.ship(id));
      must(await town.steps.confirm(id));
      const sent = await town.payoutOf(id);
      await town.stripe.refunds.create({ charge: await chargeOf(id), amount: 500_000 });
      await settle();
      return { orderId: id, payoutId: sent };
    })();
    must(await town.steps.receive(payoutId, '0'));
    must(await cancelPayout(deps, { actor: officer, payoutId, note: 'it all came back', requestId: deps.newId() }));
    expect(await deps.db.paymentLoss.findFirst({ where: { orderId } })).toMatchObject({ amountMinor: 500_000n });
    must(await decide(orderId, 'end'));
    must(await decide(orderId, 'end', second));
    await settle();
    expect(await town.order(orderId)).toMatchObject({ state: 'refunded', frozenFor: null });
    expect(await shorts(orderId)).toMatchObject([{ cause: 'cost', short: { minor: STRIPE_TOOK } }]);
    await expectMoneyToHold(deps);
  });

  it('is booked once where a part had gone back before, however often the bank’s word is heard', async () => {
    const orderId = await town.orderIn('placed');
    await town.control('pay', { session: await town.checkout(orderId) });
    await settle();
    const charge = await chargeOf(orderId);
    await town.stripe.refunds.create({ charge, amount: 1_234 });
    await town.control('dispute', { charge });
    await settle();
    const { stripeId } = await deps.db.dispute.findFirstOrThrow({ where: { orderId } });
    await town.control('decide-dispute', { dispute: stripeId, won: false });
    await settle();
    expect(await town.order(orderId)).toMatchObject({ state: 'lost', frozenFor: null });
    await repeatAll();
    const postings = { orderId, account: { code: 'returned-money' } };
    const { _sum: sum } = await deps.db.posting.aggregate({ where: postings, _sum: { amountMinor: true } });
    expect(sum.amountMinor).toBe(0n);
    await expectMoneyToHold(deps);
  });
});

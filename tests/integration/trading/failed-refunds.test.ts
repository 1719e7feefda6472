import { describe, expect, it } from 'vitest';
import { decideRefund } from '#app/trading/disputes/decide-refund.server';
import { listMoneyInQuestion } from '#app/trading/disputes/list-money-in-question.server';
import { expectMoneyToHold } from '#tests/support/money-invariants';
import { must } from './market';
import { stripeTown } from './stripe-town';

describe('a refund that Stripe later reports as failed', async () => {
  const town = await stripeTown();
  const { deps } = town;
  const balance = async (code: string) =>
    (await deps.db.ledgerAccount.findMany({ where: { code } })).reduce((sum, row) => sum + row.balanceMinor, 0n);
  const listed = async () => listMoneyInQuestion(deps, { actor: town.officer });

  async function settle(): Promise<void> {
    for (let round = 0; round < 2; round += 1) {
      await town.deliver();
      await Promise.all([town.work(), town.work((ids) => ids.reverse())]);
    }
  }
  async function paid(): Promise<{ orderId: string; charge: string }> {
    const orderId = await town.orderIn('placed');
    await town.control('pay', { session: await town.checkout(orderId) });
    await settle();
    return { orderId, charge: (await deps.db.checkout.findFirstOrThrow({ where: { orderId } })).chargeId ?? '' };
  }
  async function sentBack(charge: string, amount?: number): Promise<string> {
    const { id } = await town.stripe.refunds.create({ charge, ...(amount ? { amount } : {}) });
    await settle();
    return id;
  }
  async function fails(refund: string): Promise<void> {
    await town.control('fail-refund', { refund });
    await settle();
    await settle();
    await expectMoneyToHold(deps);
  }

  it('lets an order go on whose part came back before anybody decided', async () => {
    const { orderId, charge } = await paid();
    const refund = await sentBack(charge, 100_000);
    expect(await town.order(orderId)).toMatchObject({ frozenFor: 'refund' });
    await fails(refund);
    expect(await town.order(orderId)).toMatchObject({ state: 'paid', frozenFor: null });
    expect(await balance('returned-money')).toBe(0n);
    must(await town.steps.ship(orderId));
  });

  it('takes back a loss that the platform bore', async () => {
    const { orderId, charge } = await paid();
    const loss = await balance('refund-loss');
    const refund = await sentBack(charge, 100_000);
    const decided = { actor: town.controller, orderId, decision: 'bear', note: 'Two grams short' } as const;
    must(await decideRefund(deps, { ...decided, requestId: deps.newId() }));
    expect((await balance('refund-loss')) - loss).toBe(100_000n);
    await fails(refund);
    expect(await balance('refund-loss')).toBe(loss);
    expect(await deps.db.outsideRefund.findFirstOrThrow({ where: { orderId } })).toMatchObject({ lossMinor: 0n });
  });

  it('owes the buyer what came back of an order that is over, lists it, and another refund pays it', async () => {
    const { orderId, charge } = await paid();
    const total = 12_154_822n;
    const refund = await sentBack(charge);
    expect(await town.order(orderId)).toMatchObject({ state: 'refunded' });
    await fails(refund);
    expect(await balance('payable-buyer-refund')).toBe(-total);
    expect(await listed()).toContainEqual(
      expect.objectContaining({ orderId, kind: 'failed-refund', amountMinor: total }),
    );
    await sentBack(charge);
    expect(await balance('payable-buyer-refund')).toBe(0n);
    expect(await listed()).not.toContainEqual(expect.objectContaining({ orderId }));
    await expectMoneyToHold(deps);
  });

  it('does not send money that came too late the same way again, and books it once', async () => {
    const orderId = await town.orderIn('placed');
    await town.control('pay', { session: await town.checkout(orderId) });
    expect(await town.steps.expire(orderId)).toBe('expired');
    await settle();
    const { chargeId } = await deps.db.checkout.findFirstOrThrow({ where: { orderId } });
    const { data } = await town.stripe.refunds.list({ charge: chargeId ?? '' });
    await fails(data[0]?.id ?? '');
    expect(await listed()).toContainEqual(expect.objectContaining({ orderId, kind: 'failed-refund' }));
    expect(await deps.db.sandboxRefund.count({ where: { chargeId } })).toBe(1);
    await sentBack(chargeId ?? '');
    expect(await balance('payable-buyer-refund')).toBe(0n);
    expect(await listed()).not.toContainEqual(expect.objectContaining({ orderId }));
    await expectMoneyToHold(deps);
  });
});

import type { ChargeReturns } from '#app/payments/checkout/read-charge-returns.server';
import type { Tx } from '#app/platform/db/connect.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { lockOrder, moveOrder } from '../lifecycle/move-order.server';
import { mustPost } from '../lifecycle/must-post.server';
import { chargeKey } from '../lifecycle/order-entries';
import { bookBack, postOutsideRefund } from './failed-refunds.server';
import { endReserves } from './end-reserves.server';
import { setFreeze, wholeIsGone } from './end-order.server';
import { disputeEntries, lateRefundEntries, lateRefundKey } from './returned-money-entries';

export type ReturnsOutcome = 'not-booked' | 'part-there' | 'all-gone';

/**
 * Brings an order to what Stripe says of the money that left one of its charges again: disputes of the
 * buyer's bank, refunds made at Stripe itself, and our own refunds of money that came too late. Each movement
 * is booked once, whatever the order and number of the webhooks. What became of the order is decided under
 * its row's lock.
 */
export async function recordReturns(
  deps: Deps,
  { orderId, returns }: { orderId: string; returns: ChargeReturns },
): Promise<ReturnsOutcome> {
  return inTransaction(deps.db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    const booked = await tx.journalEntry.findUnique({
      where: { key: chargeKey(returns.chargeId) },
      select: { kind: true },
    });
    if (!booked) return 'not-booked';
    const late = booked.kind === 'late-payment';
    await noteDisputes(tx, deps, orderId, returns);
    for (const { id, movements } of returns.disputes) {
      for (const movement of movements) {
        for (const entry of disputeEntries(order, id, movement)) await mustPost(tx, deps, entry);
      }
    }
    if (late) await postLateRefunds(tx, deps, order, returns);
    else {
      await noteOutsideRefunds(tx, deps, orderId, returns);
      for (const refund of [...returns.refunds, ...returns.failedRefunds]) {
        await postOutsideRefund(tx, deps, { order, refund });
      }
    }
    for (const refund of returns.failedRefunds) await bookBack(tx, deps, { order, refund, late });
    await endReserves(tx, deps, { order, returns, late });
    await setFreeze(tx, deps, orderId);
    const all = wholeIsGone(returns);
    if (all && late) {
      const now = await tx.order.findUniqueOrThrow({ where: { id: orderId } });
      // An order that was gone is refunded. One that lives on another payment stays as it is.
      if (now.state === 'expired' || now.state === 'cancelled')
        await moveOrder(tx, deps, now, { action: 'refund', by: 'system', byUserId: null, facts: { wholeIsGone: all } });
    }
    return all ? 'all-gone' : 'part-there';
  });
}

/** A dispute's state only goes on: a look at Stripe that is older than another one takes nothing back. */
async function noteDisputes(tx: Tx, deps: Deps, orderId: string, { chargeId, currency, disputes }: ChargeReturns) {
  for (const dispute of disputes) {
    const { id: stripeId, amountMinor, reason, status, openedAt, evidenceDueAt } = dispute;
    const closedAt = status === 'open' ? null : deps.clock.now();
    await tx.dispute.createMany({
      data: {
        id: deps.newId(),
        ...{ stripeId, orderId, chargeId, amountMinor, currency, reason, status, evidenceDueAt, openedAt, closedAt },
      },
      skipDuplicates: true,
    });
    if (status !== 'open')
      await tx.dispute.updateMany({
        where: { stripeId, status: { not: status } },
        data: { status, closedAt },
      });
  }
}

async function noteOutsideRefunds(tx: Tx, deps: Deps, orderId: string, returns: ChargeReturns) {
  const { chargeId, currency, refunds, failedRefunds } = returns;
  await tx.outsideRefund.createMany({
    data: [...refunds, ...failedRefunds].map(({ id: stripeId, amountMinor, movement }) => ({
      id: deps.newId(),
      ...{ stripeId, orderId, chargeId, amountMinor, currency },
      refundedAt: movement.occurredAt,
    })),
    skipDuplicates: true,
  });
}

/**
 * Money that came too late, back with the buyer: in one refund of ours, or in parts that somebody sent at
 * Stripe.
 */
async function postLateRefunds(
  tx: Tx,
  deps: Deps,
  order: Parameters<typeof lateRefundEntries>[0],
  { chargeId, grossMinor, refunds, failedRefunds }: ChargeReturns,
): Promise<void> {
  const earlier = await tx.journalEntry.findUnique({
    where: { key: lateRefundKey(chargeId) },
    select: { memo: true },
  });
  const known = (earlier?.memo as { refund?: string } | null)?.refund;
  for (const { id: refundId, amountMinor, movement } of [...failedRefunds, ...refunds]) {
    if (refundId === known) continue;
    const isFirst = !earlier && refundId === [...failedRefunds, ...refunds][0]?.id;
    const whole = isFirst && amountMinor === grossMinor;
    for (const entry of lateRefundEntries(order, { chargeId, refundId, whole, movement }))
      await mustPost(tx, deps, entry);
  }
}

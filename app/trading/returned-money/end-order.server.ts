import { releaseStock } from '#app/catalogue/stock/release-stock.server';
import { reverseEntry } from '#app/ledger/reverse-entry.server';
import type { ChargeReturns } from '#app/payments/checkout/read-charge-returns.server';
import { noteLoss } from '#app/payments/losses/payment-loss.server';
import { callOffPayouts } from '#app/payments/payouts/move-payout.server';
import type { Tx } from '#app/platform/db/connect.server';
import type { Order } from '#app/platform/db/generated/client';
import type { Deps } from '#app/platform/deps';
import { moveOrder } from '../lifecycle/move-order.server';
import { wasPaidOut } from './reserve.server';

type Ending = { order: Order; returns: ChargeReturns; action: 'lose' | 'refund' };

/**
 * An order whose payment is gone ends: what its delivery had shared out is mirrored, so that nothing is owed
 * from money that is not there. A payout that nobody has sent is called off. Goods that never left are for
 * sale again. What was held is the caller's to post, in the same transaction.
 */
export async function endOrder(tx: Tx, deps: Deps, { order, returns, action }: Ending): Promise<void> {
  const now = deps.clock.now();
  if (order.state === 'delivered') {
    const reversed = await reverseEntry(tx, deps, { key: `order:${order.id}:settled`, occurredAt: now });
    if (!reversed.ok) throw new Error(`The ledger refused to mirror the delivery of ${order.id}: ${reversed.code}`);
    await callOffPayouts(tx, deps, order.id);
  }
  if (order.state === 'paid') await releaseStock(tx, { lotId: order.lotId, quantity: order.quantity.toFixed() });
  const moved = await moveOrder(tx, deps, order, {
    ...{ action, by: 'system', byUserId: null, data: { frozenFor: null } },
    facts: { wholeIsGone: wholeIsGone(returns), paidOut: await wasPaidOut(tx, order) },
  });
  if (!moved.ok) throw new Error(`An order whose payment is gone could not end: ${moved.code}`);
}

/** Back with the buyer, or lost to the buyer's bank for good. */
export function wholeIsGone({ grossMinor, refunds, disputes }: ChargeReturns): boolean {
  const gone = [...refunds, ...disputes.filter(({ status }) => status === 'lost')];
  return gone.reduce((sum, { amountMinor }) => sum + amountMinor, 0n) >= grossMinor;
}

/**
 * Sets the freeze beside the state to what the order's disputes, refunds and losses ask for now. An order
 * that is over, or was paid out, has nothing to freeze.
 */
export async function setFreeze(tx: Tx, deps: Deps, orderId: string): Promise<void> {
  const order = await tx.order.findUniqueOrThrow({ where: { id: orderId } });
  const disputes = await tx.dispute.count({ where: { orderId, status: 'open' } });
  const undecided = await tx.outsideRefund.count({ where: { orderId, decidedAt: null } });
  const loss = await noteLoss(tx, deps, orderId);
  const wanted =
    disputes > 0 ? ('dispute' as const) : undecided > 0 ? ('refund' as const) : loss ? ('loss' as const) : null;
  if (order.frozenFor === wanted) return;
  if (order.frozenFor !== null && wanted !== null) {
    await tx.order.update({ where: { id: orderId }, data: { frozenFor: wanted } });
    return;
  }
  // A state without the step has nothing under way.
  await moveOrder(tx, deps, order, {
    action: wanted === null ? 'thaw' : 'freeze',
    by: 'system',
    byUserId: null,
    data: { frozenFor: wanted },
    facts: { openMatters: disputes + undecided + (loss ? 1 : 0) },
  });
}

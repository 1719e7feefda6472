import { releaseStock } from '#app/catalogue/stock/release-stock.server';
import { closeCheckouts } from '#app/payments/checkout/close-checkouts.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { isGone } from '../lifecycle/order-lifecycle';
import { convergePayments } from './converge-payments.server';
import { lockOrder, moveOrder } from '../lifecycle/move-order.server';
import { unplace } from '../lifecycle/must-post.server';

export type ExpiryOutcome = 'expired' | 'not-waiting' | 'not-yet';

/**
 * The job at pay-by. Nothing happens to an order that was paid or called off meanwhile. One whose time was
 * prolonged (a bank transfer on its way) is looked at again then. What came in part for an order that is
 * gone, also one that was called off, goes back.
 */
export async function expireOrder(deps: Deps, { orderId }: { orderId: string }): Promise<ExpiryOutcome> {
  const now = deps.clock.now();
  const outcome = await inTransaction(deps.db, async (tx): Promise<ExpiryOutcome> => {
    const order = await lockOrder(tx, orderId);
    if (order.state !== 'placed') return 'not-waiting';
    if (order.payBy > now) {
      await deps.jobs.enqueue(tx, 'expire-order', { orderId }, { key: `expire-order:${orderId}`, runAt: order.payBy });
      return 'not-yet';
    }
    const moved = await moveOrder(tx, deps, order, { action: 'expire', by: 'system', byUserId: null });
    if (!moved.ok) throw new Error(`An order that waits for payment could not expire: ${moved.code}`);
    await unplace(tx, deps, { orderId, occurredAt: now });
    await releaseStock(tx, { lotId: order.lotId, quantity: order.quantity.toFixed() });
    return 'expired';
  });
  if (outcome === 'expired') await closeCheckouts(deps, { orderId });
  await sendTransfersBack(deps, { orderId });
  return outcome;
}

/**
 * What came in part for an order that is gone, or paid by card meanwhile, goes back. Throws where Stripe
 * cannot be asked: the job comes again.
 */
async function sendTransfersBack(deps: Deps, { orderId }: { orderId: string }): Promise<void> {
  const { state, paymentMethod } = await deps.db.order.findUniqueOrThrow({ where: { id: orderId } });
  if (paymentMethod !== 'card' && !isGone(state)) return;
  const waiting = await deps.db.checkout.count({ where: { orderId, state: 'processing' } });
  if (waiting > 0) await convergePayments(deps, { orderId });
}

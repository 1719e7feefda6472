import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { findStep } from '../../order-lifecycle';
import { lockOrder, moveOrder } from '../move-order.server';
import { mustPost } from '../must-post.server';
import { refundEntry } from '../order-entries';

/** A late payment went back to the buyer. An order that was gone becomes refunded; one that lives on another payment stays as it is. */
export async function recordRefund(
  deps: Deps,
  {
    orderId,
    ...refund
  }: { orderId: string; chargeId: string; refundId: string; amountMinor: bigint; occurredAt: Date },
): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    const { replayed } = await mustPost(tx, deps, refundEntry(order, refund));
    if (!replayed && findStep(order.state, 'refund', 'system').ok) {
      await moveOrder(tx, deps, order, { action: 'refund', by: 'system', byUserId: null });
    }
  });
}

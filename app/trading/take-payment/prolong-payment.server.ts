import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { TRANSFER_WITHIN_DAYS } from '../lifecycle/order-lifecycle';
import { lockOrder } from '../lifecycle/move-order.server';

const DAY_MS = 24 * 3600 * 1000;

/**
 * A bank transfer is under way: the stock is kept for the days that one takes, counted from the order. Once,
 * and never shorter.
 */
export async function prolongPayment(deps: Deps, { orderId }: { orderId: string }): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    const payBy = new Date(order.placedAt.getTime() + TRANSFER_WITHIN_DAYS * DAY_MS);
    // An order that is paid by transfer has had its days from the start.
    if (order.state !== 'placed' || order.paymentMethod !== null || order.payBy >= payBy) return;
    await tx.order.update({ where: { id: orderId }, data: { payBy } });
    await deps.jobs.enqueue(tx, 'expire-order', { orderId }, { key: `expire-order:${orderId}`, runAt: payBy });
  });
}

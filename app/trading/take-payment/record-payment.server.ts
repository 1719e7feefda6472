import type { EntryInput } from '#app/ledger/entry';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { lockOrder, moveOrder } from '../lifecycle/move-order.server';
import { mustPost } from '../lifecycle/must-post.server';
import { settledEntries, type Settlement } from '#app/ledger/settlement';
import { chargeKey, latePaymentEntry, paymentEntry, totalOf, type Payment } from '../lifecycle/order-entries';

export type PaymentOutcome = {
  /** `refund-due`: the money is booked as owed back. The caller sends it back. */
  outcome: 'paid' | 'refund-due';
  replayed: boolean;
};

/**
 * Books money that Stripe says it received for an order. Each charge once, however often and in whatever
 * order it is reported. It pays the order where that waits and the sum is its price. Else (gone, paid
 * already, another sum) it is owed back.
 */
export async function recordPayment(
  deps: Deps,
  { orderId, settlement = null, ...payment }: Payment & { orderId: string; settlement?: Settlement | null },
): Promise<PaymentOutcome> {
  return inTransaction(deps.db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    const post = async (entry: EntryInput) => {
      for (const part of settledEntries(entry, settlement, { code: 'payment-fees' })) await mustPost(tx, deps, part);
    };
    const booked = await tx.journalEntry.findUnique({
      where: { key: chargeKey(payment.chargeId) },
      select: { kind: true },
    });
    if (booked) return { outcome: booked.kind === 'payment-received' ? 'paid' : 'refund-due', replayed: true };
    if (order.state === 'placed' && payment.amountMinor === totalOf(order)) {
      const moved = await moveOrder(tx, deps, order, {
        action: 'pay',
        by: 'system',
        byUserId: null,
        at: payment.occurredAt,
        facts: { receivedMinor: payment.amountMinor },
      });
      if (!moved.ok) throw new Error(`An order that waits for payment could not be paid: ${moved.code}`);
      await post(paymentEntry(order, payment));
      return { outcome: 'paid', replayed: false };
    }
    await post(latePaymentEntry(order, payment));
    return { outcome: 'refund-due', replayed: false };
  });
}

import type { ChargeRefund, FailedRefund } from '#app/payments/checkout/read-charge-returns.server';
import type { Tx } from '#app/platform/db/connect.server';
import type { Order } from '#app/platform/db/generated/client';
import type { Deps } from '#app/platform/deps';
import { mustPost } from '../lifecycle/must-post.server';
import { outsideRefundEntries, outsideRefundKey, refundFailedEntries, refundFailedKey } from './returned-money-entries';

/**
 * A refund made at Stripe stands in reserve, or pays what an earlier one, which failed, left owed to the
 * buyer.
 */
export async function postOutsideRefund(
  tx: Tx,
  deps: Deps,
  { order, refund }: { order: Order; refund: ChargeRefund },
): Promise<void> {
  const known = await tx.journalEntry.count({ where: { key: outsideRefundKey(refund.id) } });
  if (known > 0) return;
  const owedToBuyer = (await owedBackFor(tx, order)) >= refund.amountMinor;
  for (const entry of outsideRefundEntries(order, refund.id, refund.movement, owedToBuyer))
    await mustPost(tx, deps, entry);
  if (owedToBuyer) {
    await tx.outsideRefund.updateMany({
      where: { stripeId: refund.id, decidedAt: null },
      data: { decision: 'end', decidedAt: deps.clock.now() },
    });
  }
}

/**
 * Stripe says that a refund failed: the money is booked back, once. Where nobody has decided on it, it is as
 * if it had not left. A loss that was borne is taken back. Where the order is over, it is owed to the buyer
 * and listed, since the same way would fail again.
 */
export async function bookBack(
  tx: Tx,
  deps: Deps,
  { order, refund, late }: { order: Order; refund: FailedRefund; late: boolean },
): Promise<void> {
  if ((await tx.journalEntry.count({ where: { key: refundFailedKey(refund.id) } })) > 0) return;
  const row = late ? null : await tx.outsideRefund.findUnique({ where: { stripeId: refund.id } });
  const undecided = row !== null && row.decidedAt === null;
  const against = undecided ? 'reserve' : row?.decision === 'bear' ? 'loss' : 'buyer';
  for (const entry of refundFailedEntries(order, { refundId: refund.id, against, back: refund.back }))
    await mustPost(tx, deps, entry);
  if (!row) return;
  const now = deps.clock.now();
  await tx.outsideRefund.update({
    where: { id: row.id },
    data: {
      failedAt: now,
      decidedAt: row.decidedAt ?? now,
      ...(against === 'loss' ? { lossMinor: (row.lossMinor ?? refund.amountMinor) - refund.amountMinor } : {}),
    },
  });
}

/** What is owed back to the buyer from this order's payments, in its currency. */
async function owedBackFor(tx: Tx, order: Order): Promise<bigint> {
  const [row] = await tx.$queryRaw<{ minor: bigint }[]>`
    SELECT coalesce(-sum(posting."amountMinor"), 0)::bigint AS minor
      FROM "Posting" posting JOIN "LedgerAccount" account ON account.id = posting."accountId"
     WHERE posting."orderId" = ${order.id}::uuid AND account.code = 'payable-buyer-refund' AND account.currency = ${order.currency}`;
  const minor = row?.minor ?? 0n;
  return minor > 0n ? minor : 0n;
}

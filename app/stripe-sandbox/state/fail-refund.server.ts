import { invalidRequest } from '../rules/stripe-refusal';
import type { Change } from '../sandbox-context.server';
import { loadKnownObject } from './load-object.server';
import { recordBalanceTransaction } from './record-balance-transaction.server';
import { recordEvent } from './record-event.server';
import { lockCharge } from './row-locks.server';

/** The bank sends a refund back: its money is on the balance again, and the charge has it left to refund. */
export async function failRefund(change: Change, id: string): Promise<void> {
  const { tx } = change;
  const known = await tx.sandboxRefund.findUnique({ where: { id }, select: { chargeId: true } });
  const charge = known?.chargeId ? await lockCharge(tx, known.chargeId) : null;
  const refund = await tx.sandboxRefund.findUnique({ where: { id } });
  if (!charge || refund?.status !== 'succeeded') throw invalidRequest(`No refund that could fail: '${id}'`);
  const failureBalanceTransactionId = await recordBalanceTransaction(change, {
    type: 'refund_failure',
    reportingCategory: 'refund_failure',
    amountMinor: refund.amountMinor,
    fee: () => 0n,
    currency: refund.currency,
    sourceId: id,
    description: 'REFUND FAILURE',
  });
  await tx.sandboxRefund.update({ where: { id }, data: { status: 'failed', failureBalanceTransactionId } });
  await tx.sandboxCharge.update({
    where: { id: charge.id },
    data: { refundedMinor: charge.refundedMinor - refund.amountMinor },
  });
  await recordEvent(change, { type: 'refund.failed', object: await loadKnownObject(change, id), request: null });
}

import type { MethodFacts } from '../objects/rows';
import { DISPUTE_FEE_MINOR } from '../rules/sandbox-fee';
import { invalidRequest, noSuch } from '../rules/stripe-refusal';
import type { Change } from '../sandbox-context.server';
import { loadKnownObject } from './load-object.server';
import { newStripeId } from './new-stripe-id.server';
import { recordBalanceTransaction } from './record-balance-transaction.server';
import { recordEvent } from './record-event.server';
import { lockCharge } from './row-locks.server';

const ANSWER_WITHIN_MS = 9 * 24 * 60 * 60 * 1_000;

/**
 * The card holder's bank takes back what is left of the charge, and a fee with it, until the dispute is
 * decided.
 */
export async function openDispute(change: Change, chargeId: string): Promise<string> {
  const { tx, now } = change;
  const charge = await lockCharge(tx, chargeId);
  if (charge === null) throw noSuch('charge', chargeId, 'charge');
  if (charge.disputed || charge.status !== 'succeeded') {
    throw invalidRequest(`Charge ${chargeId} cannot be disputed.`, { kept: true });
  }
  const amountMinor = charge.amountMinor - charge.refundedMinor;
  if (amountMinor === 0n) throw invalidRequest(`Charge ${chargeId} was refunded in full.`, { kept: true });
  const id = newStripeId('du');
  const balanceTransactionId = await recordBalanceTransaction(change, {
    type: 'adjustment',
    reportingCategory: 'dispute',
    amountMinor: -amountMinor,
    fee: () => DISPUTE_FEE_MINOR,
    currency: charge.currency,
    sourceId: id,
    description: `Chargeback withdrawal for ${chargeId}`,
  });
  const method = charge.method as MethodFacts;
  const createdAt = now();
  await tx.sandboxDispute.create({
    data: {
      id,
      chargeId,
      paymentIntentId: charge.paymentIntentId,
      amountMinor,
      currency: charge.currency,
      reason: 'fraudulent',
      status: 'needs_response',
      balanceTransactionId,
      brand: method.type === 'card' ? method.brand : null,
      createdAt,
      evidenceDueAt: new Date(createdAt.getTime() + ANSWER_WITHIN_MS),
    },
  });
  await tx.sandboxCharge.update({ where: { id: chargeId }, data: { disputed: true } });
  const object = await loadKnownObject(change, id);
  await recordEvent(change, { type: 'charge.dispute.created', object, request: null });
  await recordEvent(change, { type: 'charge.dispute.funds_withdrawn', object, request: null });
  return id;
}

/**
 * The bank decides. Won: the money comes back, the fee does not. Lost: it stays gone. A second decision
 * changes nothing.
 */
export async function decideDispute(
  change: Change,
  { disputeId, won }: { disputeId: string; won: boolean },
): Promise<{ changed: boolean }> {
  const { tx } = change;
  const found = await tx.sandboxDispute.findUnique({ where: { id: disputeId }, select: { chargeId: true } });
  if (found === null) throw noSuch('dispute', disputeId, 'dispute');
  await lockCharge(tx, found.chargeId);
  const dispute = await tx.sandboxDispute.findUniqueOrThrow({ where: { id: disputeId } });
  if (dispute.status !== 'needs_response') return { changed: false };
  if (won) {
    await recordBalanceTransaction(change, {
      type: 'adjustment',
      reportingCategory: 'dispute',
      amountMinor: dispute.amountMinor,
      fee: () => 0n,
      currency: dispute.currency,
      sourceId: disputeId,
      description: `Chargeback reversal for ${dispute.chargeId}`,
    });
  }
  await tx.sandboxDispute.update({ where: { id: disputeId }, data: { status: won ? 'won' : 'lost' } });
  const object = await loadKnownObject(change, disputeId);
  if (won) await recordEvent(change, { type: 'charge.dispute.funds_reinstated', object, request: null });
  await recordEvent(change, { type: 'charge.dispute.closed', object, request: null });
  return { changed: true };
}

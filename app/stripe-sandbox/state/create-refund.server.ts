import type { SandboxCharge } from '#app/platform/db/generated/client';
import type { RequestMark } from '../objects/event';
import type { MethodFacts } from '../objects/rows';
import type { RefundParams } from '../rules/params/refund-params';
import { amountStep, stripeAmountToDecimal } from '../rules/stripe-currency';
import { invalidRequest, noSuch } from '../rules/stripe-refusal';
import type { Change } from '../sandbox-context.server';
import { loadKnownObject } from './load-object.server';
import { newStripeId } from './new-stripe-id.server';
import { recordBalanceTransaction } from './record-balance-transaction.server';
import { recordEvent } from './record-event.server';
import { lockCharge } from './row-locks.server';

/**
 * Gives money back, wholly or in part, never more than the charge has left. The fee is not returned. Gives
 * the refund's id.
 */
export async function createRefund(change: Change, params: RefundParams, request: RequestMark): Promise<string> {
  const { tx, now } = change;
  const charge = await chargeOf(change, params);
  const left = charge.amountMinor - charge.refundedMinor;
  const amountMinor = params.amountMinor ?? left;
  const lastDispute = await tx.sandboxDispute.findUnique({ where: { chargeId: charge.id } });
  refuseUnrefundable(charge, { amountMinor, left, chargedBack: lastDispute !== null && lastDispute.status !== 'won' });

  const id = newStripeId('re');
  const byCard = (charge.method as MethodFacts).type === 'card';
  const balanceTransactionId = await recordBalanceTransaction(change, {
    type: byCard ? 'refund' : 'payment_refund',
    reportingCategory: 'refund',
    amountMinor: -amountMinor,
    fee: () => 0n,
    currency: charge.currency,
    sourceId: id,
    description: 'REFUND FOR CHARGE',
  });
  await tx.sandboxRefund.create({
    data: {
      id,
      chargeId: charge.id,
      paymentIntentId: charge.paymentIntentId,
      amountMinor,
      currency: charge.currency,
      reason: params.reason,
      status: 'succeeded',
      balanceTransactionId,
      metadata: params.metadata,
      createdAt: now(),
    },
  });
  await tx.sandboxCharge.update({
    where: { id: charge.id },
    data: { refundedMinor: charge.refundedMinor + amountMinor },
  });
  await recordEvent(change, { type: 'refund.created', object: await loadKnownObject(change, id), request });
  await recordEvent(change, { type: 'charge.refunded', object: await loadKnownObject(change, charge.id), request });
  return id;
}

async function chargeOf(change: Change, params: RefundParams): Promise<SandboxCharge> {
  let chargeId = params.chargeId;
  if (params.intentId !== null) {
    const intent = await change.tx.sandboxPaymentIntent.findUnique({ where: { id: params.intentId } });
    if (intent === null) throw noSuch('payment_intent', params.intentId, 'payment_intent');
    if (intent.status !== 'succeeded') {
      throw invalidRequest(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
        kept: true,
      });
    }
    chargeId = intent.latestChargeId;
  }
  const charge = chargeId === null ? null : await lockCharge(change.tx, chargeId);
  if (charge === null) throw noSuch('charge', chargeId ?? '', 'charge');
  return charge;
}

function refuseUnrefundable(
  charge: SandboxCharge,
  { amountMinor, left, chargedBack }: { amountMinor: bigint; left: bigint; chargedBack: boolean },
): void {
  if (charge.status !== 'succeeded') {
    throw invalidRequest(`Charge ${charge.id} has not been paid and cannot be refunded.`, { kept: true });
  }
  if (chargedBack) {
    throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
      kept: true,
    });
  }
  if (left === 0n) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
      kept: true,
    });
  }
  if (amountMinor > left) {
    const [asked, rest] = [amountMinor, left].map((minor) => stripeAmountToDecimal(minor, charge.currency));
    throw invalidRequest(`Refund amount (${asked}) is greater than unrefunded amount on charge (${rest})`, {
      param: 'amount',
      kept: true,
    });
  }
  if (amountMinor % amountStep(charge.currency) !== 0n) {
    throw invalidRequest(`Invalid amount for ${charge.currency.toUpperCase()}.`, { param: 'amount', kept: true });
  }
}

import { Prisma, type SandboxPaymentIntent } from '#app/platform/db/generated/client';
import type { MethodFacts } from '../objects/rows';
import { sandboxFeeMinor } from '../rules/sandbox-fee';
import { DECLINE_MESSAGE } from '../rules/cards/test-cards';
import type { Change } from '../sandbox-context.server';
import { loadKnownObject } from './load-object.server';
import { newStripeId } from './new-stripe-id.server';
import { recordBalanceTransaction } from './record-balance-transaction.server';
import { recordEvent } from './record-event.server';

export type Payer = { method: MethodFacts; name: string | null; email: string | null };

/** The intent is paid: charge, balance transaction and their events. Gives the charge's id. */
export async function recordPaidCharge(change: Change, intent: SandboxPaymentIntent, payer: Payer): Promise<string> {
  const { tx } = change;
  const id = newStripeId('ch');
  const balanceTransactionId = await recordBalanceTransaction(change, {
    type: payer.method.type === 'card' ? 'charge' : 'payment',
    reportingCategory: 'charge',
    amountMinor: intent.amountMinor,
    fee: (minor) => sandboxFeeMinor(minor, payer.method.type === 'card' ? 'card' : 'bank'),
    currency: intent.currency,
    sourceId: id,
    description: intent.description,
  });
  await tx.sandboxCharge.create({
    data: { ...chargeData(change, id, intent, payer), status: 'succeeded', balanceTransactionId },
  });
  await tx.sandboxPaymentIntent.update({
    where: { id: intent.id },
    data: {
      status: 'succeeded',
      receivedMinor: intent.amountMinor,
      latestChargeId: id,
      lastError: Prisma.DbNull,
      pendingMethod: Prisma.DbNull,
      arrivesAt: null,
    },
  });
  await recordEvent(change, { type: 'charge.succeeded', object: await loadKnownObject(change, id), request: null });
  await recordEvent(change, {
    type: 'payment_intent.succeeded',
    object: await loadKnownObject(change, intent.id),
    request: null,
  });
  return id;
}

export type Decline = { code: string; declineCode: string };

/** An attempt that the bank refused: a failed charge, and an intent that waits for another method. */
export async function recordFailedCharge(
  change: Change,
  intent: SandboxPaymentIntent,
  payer: Payer,
  decline: Decline,
): Promise<void> {
  const { tx } = change;
  const id = newStripeId('ch');
  const message = DECLINE_MESSAGE[decline.declineCode] ?? 'Your card was declined.';
  await tx.sandboxCharge.create({
    data: {
      ...chargeData(change, id, intent, payer),
      status: 'failed',
      failureCode: decline.code,
      failureMessage: message,
      declineCode: decline.declineCode,
    },
  });
  await failIntent(change, intent, { ...decline, message, chargeId: id });
  await recordEvent(change, { type: 'charge.failed', object: await loadKnownObject(change, id), request: null });
}

/** The attempt came to nothing, with (`chargeId`) or without a charge. */
export async function failIntent(
  change: Change,
  intent: SandboxPaymentIntent,
  failure: { code: string; declineCode: string | null; message: string; chargeId: string | null },
): Promise<void> {
  await change.tx.sandboxPaymentIntent.update({
    where: { id: intent.id },
    data: {
      status: 'requires_payment_method',
      latestChargeId: failure.chargeId ?? intent.latestChargeId,
      arrivesAt: null,
      lastError: {
        type: 'card_error',
        code: failure.code,
        message: failure.message,
        ...(failure.declineCode === null ? {} : { decline_code: failure.declineCode }),
        ...(failure.chargeId === null ? {} : { charge: failure.chargeId }),
      },
    },
  });
  await recordEvent(change, {
    type: 'payment_intent.payment_failed',
    object: await loadKnownObject(change, intent.id),
    request: null,
  });
}

function chargeData({ now }: Change, id: string, intent: SandboxPaymentIntent, payer: Payer) {
  return {
    id,
    paymentIntentId: intent.id,
    amountMinor: intent.amountMinor,
    currency: intent.currency,
    method: payer.method,
    billingName: payer.name,
    billingEmail: payer.email,
    description: intent.description,
    metadata: intent.metadata ?? {},
    transferGroup: intent.transferGroup,
    customerId: intent.customerId,
    createdAt: now(),
  };
}

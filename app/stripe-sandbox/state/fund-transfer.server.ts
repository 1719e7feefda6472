import type { SandboxCheckoutSession, SandboxPaymentIntent } from '#app/platform/db/generated/client';
import type { TransferFacts } from '../objects/rows';
import { invalidRequest, noSuch } from '../rules/stripe-refusal';
import type { RequestMark } from '../objects/event';
import type { Change } from '../sandbox-context.server';
import { lockCustomer, moveCash, tellOfFreeCash } from './cash-balance.server';
import { loadKnownObject } from './load-object.server';
import { recordPaidCharge } from './record-charge.server';
import { recordEvent } from './record-event.server';
import { lockSession } from './row-locks.server';

/**
 * Money that a buyer sent comes, whatever its sum: as much as is missing goes into the payment, and the rest
 * stays in the customer's cash balance, as at Stripe. True when the payment is complete by it.
 */
export async function fundTransfer(
  change: Change,
  {
    session,
    intent,
    amountMinor,
  }: { session: SandboxCheckoutSession; intent: SandboxPaymentIntent; amountMinor: bigint },
): Promise<boolean> {
  const { tx } = change;
  const { customerId, currency, id: paymentIntentId } = intent;
  if (customerId === null) throw invalidRequest('Only a customer can send another sum.', { param: 'amount' });
  const owner = { customerId, currency };
  await lockCustomer(change, customerId);
  const method = intent.pendingMethod as TransferFacts | null;
  const reference = method?.reference ?? `FL-${paymentIntentId.slice(-8).toUpperCase()}`;
  await moveCash(change, owner, { type: 'funded', netMinor: amountMinor, reference });
  const waits = intent.status === 'requires_action' && method?.type === 'customer_balance';
  const missing = waits ? intent.amountMinor - intent.fundedMinor : 0n;
  const applied = amountMinor < missing ? amountMinor : missing;
  if (waits) {
    await moveCash(change, owner, { type: 'applied_to_payment', netMinor: -applied, paymentIntentId });
    await tx.sandboxPaymentIntent.update({
      where: { id: paymentIntentId },
      data: { fundedMinor: intent.fundedMinor + applied },
    });
    if (applied === missing) {
      await recordPaidCharge(change, intent, { method, name: null, email: session.customerEmail });
    } else {
      const object = await loadKnownObject(change, paymentIntentId);
      await recordEvent(change, { type: 'payment_intent.partially_funded', object, request: null });
    }
  }
  await tellOfFreeCash(change, owner);
  return waits && applied === missing;
}

/** POST …/payment_intents/:id/cancel: what came of a transfer that is short is the customer's own again. */
export async function cancelIntent(change: Change, id: string, request: RequestMark): Promise<void> {
  const { tx, now } = change;
  const known = await tx.sandboxPaymentIntent.findUnique({ where: { id }, select: { sessionId: true } });
  if (known) await lockSession(tx, known.sessionId);
  const intent = known && (await tx.sandboxPaymentIntent.findUnique({ where: { id } }));
  if (!intent) throw noSuch('payment_intent', id, 'intent');
  if (!['requires_payment_method', 'requires_action', 'processing'].includes(intent.status)) {
    throw invalidRequest(`You cannot cancel this PaymentIntent because it has a status of ${intent.status}.`, {
      code: 'payment_intent_unexpected_state',
      kept: true,
    });
  }
  await tx.sandboxPaymentIntent.update({
    where: { id },
    data: { status: 'canceled', canceledAt: now(), arrivesAt: null, fundedMinor: 0n },
  });
  await recordEvent(change, { type: 'payment_intent.canceled', object: await loadKnownObject(change, id), request });
  const { customerId, currency, fundedMinor } = intent;
  if (customerId === null || fundedMinor === 0n) return;
  await lockCustomer(change, customerId);
  await moveCash(
    change,
    { customerId, currency },
    { type: 'unapplied_from_payment', netMinor: fundedMinor, paymentIntentId: id },
  );
  await tellOfFreeCash(change, { customerId, currency });
}

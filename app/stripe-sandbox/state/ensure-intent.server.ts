import type { SandboxCheckoutSession, SandboxPaymentIntent } from '#app/platform/db/generated/client';
import type { Change } from '../sandbox-context.server';
import { loadKnownObject } from './load-object.server';
import { newStripeId } from './new-stripe-id.server';
import { recordEvent } from './record-event.server';

/** The session's PaymentIntent, made at the first attempt to pay. The caller holds the session's lock. */
export async function ensureIntent(change: Change, session: SandboxCheckoutSession): Promise<SandboxPaymentIntent> {
  const { tx, now } = change;
  const existing = await tx.sandboxPaymentIntent.findUnique({ where: { sessionId: session.id } });
  if (existing) return existing;
  const intent = await tx.sandboxPaymentIntent.create({
    data: {
      id: newStripeId('pi'),
      sessionId: session.id,
      amountMinor: session.amountMinor,
      currency: session.currency,
      status: 'requires_payment_method',
      methodTypes: session.paymentMethodTypes,
      description: session.intentDescription,
      metadata: session.intentMetadata ?? {},
      transferGroup: session.transferGroup,
      customerId: session.customerId,
      createdAt: now(),
    },
  });
  await tx.sandboxCheckoutSession.update({ where: { id: session.id }, data: { paymentIntentId: intent.id } });
  const object = await loadKnownObject(change, intent.id);
  await recordEvent(change, { type: 'payment_intent.created', object, request: null });
  return intent;
}

import Stripe from 'stripe';
import { z } from 'zod';
import { returnBuyerFunds } from '#app/payments/transfers/return-buyer-funds.server';
import type { Deps } from '#app/platform/deps';
import { convergePayments } from './converge-payments.server';

/**
 * Of a stored event only what it is about is read. What happened is asked anew. Disputes and refunds made at
 * Stripe name no order of ours.
 */
const eventBody = z.object({
  data: z.object({
    object: z.object({
      metadata: z.object({ orderId: z.uuid() }).nullish().catch(null),
      payment_intent: z.string().nullish().catch(null),
      charge: z.string().nullish().catch(null),
      customer: z.string().nullish().catch(null),
    }),
  }),
});

/** Money that a buyer's bank sent lies in no payment: a surplus, or it came for nothing. */
const FUNDS_LEFT = 'cash_balance.funds_available';

/** What is kept of an event that was looked at. */
export const EVENT_OUTCOMES = ['converged', 'ignored'] as const;

/**
 * The job behind every webhook. Unknown events and other people's objects are kept and left alone. A failure
 * is noted and tried again.
 */
export async function processStripeEvent(
  deps: Deps,
  { eventId }: { eventId: string },
): Promise<'done' | (typeof EVENT_OUTCOMES)[number]> {
  const event = await deps.db.stripeEvent.findUnique({ where: { id: eventId } });
  if (!event || event.processedAt) return 'done';
  const body = eventBody.safeParse(event.payload);
  let known = false;
  try {
    const orderId = body.success ? await orderOf(deps, body.data.data.object) : null;
    known = orderId !== null && (await deps.db.order.count({ where: { id: orderId } })) > 0;
    if (known && orderId !== null) await convergePayments(deps, { orderId });
    const customerId = event.type === FUNDS_LEFT && body.success ? body.data.data.object.customer : null;
    if (customerId) known = (await returnBuyerFunds(deps, { customerId })) === 'done';
  } catch (error) {
    const lastError = error instanceof Error ? error.message.slice(0, 500) : String(error);
    await deps.db.stripeEvent.update({ where: { id: eventId }, data: { attempts: { increment: 1 }, lastError } });
    throw error;
  }
  const outcome = known ? 'converged' : 'ignored';
  await deps.db.stripeEvent.update({
    where: { id: eventId },
    data: { attempts: { increment: 1 }, processedAt: deps.clock.now(), outcome, lastError: null },
  });
  return outcome;
}

type About = z.infer<typeof eventBody>['data']['object'];

/**
 * The order by its id on the object, by the payment that we know, or else by what Stripe says of the payment:
 * a dispute may be heard of before its payment.
 */
async function orderOf(deps: Deps, about: About): Promise<string | null> {
  if (about.metadata) return about.metadata.orderId;
  const { payment_intent: paymentIntentId, charge: chargeId } = about;
  const known = [...(paymentIntentId ? [{ paymentIntentId }] : []), ...(chargeId ? [{ chargeId }] : [])];
  if (known.length === 0) return null;
  const checkout = await deps.db.checkout.findFirst({ where: { OR: known }, select: { orderId: true } });
  if (checkout) return checkout.orderId;
  if (!paymentIntentId) return null;
  try {
    const intent = await deps.stripe.paymentIntents.retrieve(paymentIntentId);
    return z.uuid().safeParse(intent.metadata['orderId']).data ?? null;
  } catch (error) {
    // A payment of somebody else's, or none at all: the event is kept and left alone.
    if (error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 404) return null;
    throw error;
  }
}

import Stripe from 'stripe';
import type { Actor } from '#app/identity/actor';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { keepTransferDetails } from '#app/payments/checkout/keep-transfer-details.server';
import { convergePayments } from './converge-payments.server';

/**
 * The buyer is back from the payment page: Stripe is asked at once, the webhook finds the work done. Where
 * Stripe cannot be asked, the webhook's job will.
 */
export async function returnFromPayment(
  deps: Deps,
  { actor, orderId }: { actor: Actor; orderId: string },
): Promise<void> {
  const order = await deps.db.order.findFirst({
    where: { id: orderId, buyerId: actor.organisationId },
    select: { state: true },
  });
  if (!order) throw new NotFound('no such order of this buyer');
  if (order.state !== 'placed') return;
  try {
    await convergePayments(deps, { orderId });
    await keepTransferDetails(deps, { orderId });
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    deps.log.warn({ err: error, orderId }, 'the payment could not be looked up on return');
  }
}

import Stripe from 'stripe';
import type { Deps } from '#app/platform/deps';
import { returnBuyerFunds } from './return-buyer-funds.server';

/**
 * A transfer that came in part and will not be completed: its payment is ended, and what came goes back.
 * False where the rest came at the same moment, which is a payment like any other.
 */
export async function endShortTransfer(deps: Deps, { paymentIntentId }: { paymentIntentId: string }): Promise<boolean> {
  let customer;
  try {
    ({ customer } = await deps.stripe.paymentIntents.cancel(
      paymentIntentId,
      {},
      { idempotencyKey: `payment:${paymentIntentId}:cancel` },
    ));
  } catch (error) {
    const ended = error instanceof Stripe.errors.StripeInvalidRequestError && error.code === UNEXPECTED_STATE;
    if (!ended) throw error;
    const now = await deps.stripe.paymentIntents.retrieve(paymentIntentId);
    if (now.status !== 'canceled') return false;
    ({ customer } = now);
  }
  const customerId = typeof customer === 'string' ? customer : customer?.id;
  if (customerId) await returnBuyerFunds(deps, { customerId });
  return true;
}

const UNEXPECTED_STATE = 'payment_intent_unexpected_state';

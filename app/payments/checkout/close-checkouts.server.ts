import Stripe from 'stripe';
import type { Deps } from '#app/platform/deps';

/**
 * Takes down the payment pages of an order that is gone. Best effort: a page that stays up (Stripe
 * unreachable, the buyer just paid) is harmless, since money for a gone order goes back by itself.
 */
export async function closeCheckouts(deps: Deps, { orderId }: { orderId: string }): Promise<void> {
  const open = await deps.db.checkout.findMany({ where: { orderId, state: 'open' } });
  for (const { id, sessionId } of open) {
    try {
      await deps.stripe.checkout.sessions.expire(sessionId);
      await deps.db.checkout.updateMany({
        where: { id, state: 'open' },
        data: { state: 'expired', updatedAt: deps.clock.now() },
      });
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeError)) throw error;
      deps.log.info({ err: error, orderId, sessionId }, 'a payment page could not be closed');
    }
  }
}

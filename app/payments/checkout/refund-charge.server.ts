import { asCurrency } from '#app/money/currency';
import type { Deps } from '#app/platform/deps';
import { fromStripeAmount } from './stripe-amount';

export type RefundFacts = { refundId: string; done: boolean; amountMinor: bigint; refundedAt: Date };

/**
 * Sends back what is left of a charge. The idempotency key is the charge's: repeats, also after a crash, find
 * the same refund.
 */
export async function refundCharge(
  deps: Pick<Deps, 'stripe'>,
  { chargeId, orderId, currency }: { chargeId: string; orderId: string; currency: string },
): Promise<RefundFacts> {
  const refund = await deps.stripe.refunds.create(
    { charge: chargeId, reason: 'requested_by_customer', metadata: { orderId } },
    { idempotencyKey: `charge:${chargeId}:refund` },
  );
  return {
    refundId: refund.id,
    done: refund.status === 'succeeded',
    amountMinor: fromStripeAmount(refund.amount, asCurrency(currency)),
    refundedAt: new Date(refund.created * 1000),
  };
}

import { readCheckout, type CheckoutFacts } from '#app/payments/checkout/read-checkout.server';
import { refundCharge } from '#app/payments/checkout/refund-charge.server';
import type { Deps } from '#app/platform/deps';
import { prolongPayment } from './prolong-payment.server';
import { recordPayment } from './record-payment.server';
import { recordRefund } from './record-refund.server';

/**
 * Brings an order to where Stripe says its payments are. Safe to call at any time and any number of times: a webhook, a repeat of it, the buyer's return
 * from the payment page. Throws where Stripe cannot be asked, so that a job tries again.
 */
export async function convergePayments(deps: Deps, { orderId }: { orderId: string }): Promise<void> {
  // Paid and refunded pages have said their last word; all others may still bring money.
  const checkouts = await deps.db.checkout.findMany({
    where: { orderId, state: { notIn: ['paid', 'refunded'] } },
    orderBy: { createdAt: 'asc' },
  });
  for (const { id, sessionId } of checkouts) {
    const facts = await readCheckout(deps, { sessionId });
    const state = await apply(deps, orderId, facts);
    await deps.db.checkout.update({
      where: { id },
      data: {
        state,
        updatedAt: deps.clock.now(),
        ...('paymentIntentId' in facts ? { paymentIntentId: facts.paymentIntentId } : {}),
        ...('chargeId' in facts ? { chargeId: facts.chargeId } : {}),
      },
    });
  }
}

async function apply(deps: Deps, orderId: string, facts: CheckoutFacts): Promise<string> {
  if (facts.state === 'processing') await prolongPayment(deps, { orderId });
  if (facts.state !== 'paid') return facts.state;
  const { chargeId, amountMinor, feeMinor, paidAt, currency } = facts;
  const { outcome } = await recordPayment(deps, { orderId, chargeId, amountMinor, feeMinor, occurredAt: paidAt });
  if (outcome === 'paid') return 'paid';
  const refund = await refundCharge(deps, { chargeId, orderId, currency });
  if (!refund.done) return 'refunding';
  await recordRefund(deps, {
    orderId,
    chargeId,
    refundId: refund.refundId,
    amountMinor: refund.amountMinor,
    occurredAt: refund.refundedAt,
  });
  return 'refunded';
}

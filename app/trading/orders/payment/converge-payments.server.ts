import { leftOfCharge, readChargeReturns } from '#app/payments/checkout/read-charge-returns.server';
import { readCheckout, type CheckoutFacts } from '#app/payments/checkout/read-checkout.server';
import { refundCharge } from '#app/payments/checkout/refund-charge.server';
import type { Deps } from '#app/platform/deps';
import { recordReturns } from '../../disputes/record-returns.server';
import { prolongPayment } from './prolong-payment.server';
import { recordPayment } from './record-payment.server';

/** States of a page whose charge is booked: nothing more comes in by it, but what came may leave again. */
const BOOKED = ['paid', 'refunding', 'refunded'];

/**
 * Brings an order to where Stripe says its payments are. Safe to call at any time and any number of times: a webhook, a repeat of it, the buyer's return
 * from the payment page. Throws where Stripe cannot be asked, so that a job tries again.
 */
export async function convergePayments(deps: Deps, { orderId }: { orderId: string }): Promise<void> {
  const checkouts = await deps.db.checkout.findMany({ where: { orderId }, orderBy: { createdAt: 'asc' } });
  for (const { id, sessionId, state: before, chargeId } of checkouts) {
    if (BOOKED.includes(before) && chargeId !== null) {
      const state = await applyReturns(deps, { orderId, chargeId, owedBack: before !== 'paid' });
      if (state !== before)
        await deps.db.checkout.update({ where: { id }, data: { state, updatedAt: deps.clock.now() } });
      continue;
    }
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
  const { chargeId, amountMinor, feeMinor, settlement, paidAt, touched } = facts;
  const payment = { orderId, chargeId, amountMinor, feeMinor, settlement, occurredAt: paidAt };
  const { outcome } = await recordPayment(deps, payment);
  if (outcome === 'paid' && !touched) return 'paid';
  return applyReturns(deps, { orderId, chargeId, owedBack: outcome === 'refund-due' });
}

/** What left a booked charge again; and one that is owed back is sent back, as far as neither its buyer nor the buyer's bank has it already. */
async function applyReturns(
  deps: Deps,
  { orderId, chargeId, owedBack }: { orderId: string; chargeId: string; owedBack: boolean },
): Promise<'paid' | 'refunding' | 'refunded'> {
  let returns = await readChargeReturns(deps, { chargeId });
  const disputed = returns.disputes.some(({ status }) => status === 'open');
  if (owedBack && !disputed && leftOfCharge(returns) > 0n) {
    await refundCharge(deps, { chargeId, orderId, currency: returns.currency });
    returns = await readChargeReturns(deps, { chargeId });
  }
  const outcome = await recordReturns(deps, { orderId, returns });
  if (!owedBack) return 'paid';
  return outcome === 'all-gone' ? 'refunded' : 'refunding';
}

import { keepTransferDetails } from '#app/payments/checkout/keep-transfer-details.server';
import { leftOfCharge, readChargeReturns } from '#app/payments/checkout/read-charge-returns.server';
import { readCheckout, type CheckoutFacts } from '#app/payments/checkout/read-checkout.server';
import { refundCharge } from '#app/payments/checkout/refund-charge.server';
import { endShortTransfer } from '#app/payments/transfers/end-short-transfer.server';
import type { Deps } from '#app/platform/deps';
import { isGone } from '../lifecycle/order-lifecycle';
import { recordReturns } from '../returned-money/record-returns.server';
import { prolongPayment } from './prolong-payment.server';
import { recordPayment } from './record-payment.server';

/** States of a page whose charge is booked: nothing more comes in by it, but what came may leave again. */
const BOOKED = ['paid', 'refunding', 'refunded'];

/** What is kept of a payment page. */
export const CHECKOUT_STATES = ['open', 'processing', 'failed', 'expired', 'paid', 'refunding', 'refunded'] as const;
type CheckoutState = (typeof CHECKOUT_STATES)[number];

/**
 * Brings an order to where Stripe says its payments are. Safe to call at any time and any number of times: a
 * webhook, a repeat of it, the buyer's return from the payment page. Throws where Stripe cannot be asked, so
 * that a job tries again.
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
    const state = await apply(deps, { orderId, sessionId, facts });
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

async function apply(
  deps: Deps,
  { orderId, sessionId, facts }: { orderId: string; sessionId: string; facts: CheckoutFacts },
): Promise<CheckoutState> {
  if (facts.state === 'processing') {
    await prolongPayment(deps, { orderId });
    return waitForRest(deps, { orderId, sessionId, facts });
  }
  if (facts.state !== 'paid') return facts.state;
  const { chargeId, amountMinor, feeMinor, settlement, paidAt, touched } = facts;
  const payment = { orderId, chargeId, amountMinor, feeMinor, settlement, occurredAt: paidAt };
  const { outcome } = await recordPayment(deps, payment);
  if (outcome === 'paid' && !touched) return 'paid';
  return applyReturns(deps, { orderId, chargeId, owedBack: outcome === 'refund-due' });
}

/**
 * Books what left a charge again. A charge that is owed back is sent back, as far as neither its buyer nor
 * the buyer's bank has it already.
 */
async function applyReturns(
  deps: Deps,
  { orderId, chargeId, owedBack }: { orderId: string; chargeId: string; owedBack: boolean },
): Promise<'paid' | 'refunding' | 'refunded'> {
  const hadRefunds = owedBack || (await deps.db.outsideRefund.count({ where: { chargeId } })) > 0;
  let returns = await readChargeReturns(deps, { chargeId, hadRefunds });
  const disputed = returns.disputes.some(({ status }) => status === 'open');
  // One that the bank gave back is not sent the same way again: it stays owed, and staff see it.
  const failed = returns.failedRefunds.length > 0;
  if (owedBack && !disputed && !failed && leftOfCharge(returns) > 0n) {
    await refundCharge(deps, { chargeId, orderId, currency: returns.currency });
    returns = await readChargeReturns(deps, { chargeId, hadRefunds });
  }
  const outcome = await recordReturns(deps, { orderId, returns });
  if (!owedBack) return 'paid';
  return outcome === 'all-gone' ? 'refunded' : 'refunding';
}

/**
 * A transfer that has not come in full: its page says what is missing, and what came for an order that is
 * gone, or paid in another way, goes back.
 */
async function waitForRest(
  deps: Deps,
  input: { orderId: string; sessionId: string; facts: Extract<CheckoutFacts, { state: 'processing' }> },
): Promise<'processing' | 'failed'> {
  const { orderId, sessionId, facts } = input;
  const { paymentIntentId, receivedMinor } = facts;
  await deps.db.transferDetails.updateMany({
    where: { sessionId, receivedMinor: { not: receivedMinor } },
    data: { receivedMinor },
  });
  // By its reference what comes is known as this order's, whether or not anybody opens its page before.
  await keepTransferDetails(deps, { orderId });
  if (receivedMinor === 0n) return 'processing';
  const order = await deps.db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { state: true, paymentMethod: true },
  });
  if (!isGone(order.state) && order.paymentMethod !== 'card') return 'processing';
  return (await endShortTransfer(deps, { paymentIntentId })) ? 'failed' : 'processing';
}

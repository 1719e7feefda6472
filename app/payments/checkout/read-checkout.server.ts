import type Stripe from 'stripe';
import type { Settlement } from '#app/ledger/settlement';
import { asCurrency } from '#app/money/currency';
import type { Deps } from '#app/platform/deps';
import { feeInMinor, settlementOf } from './settlement-of';
import { fromStripeAmount } from './stripe-amount';

/** What Stripe says now of one payment page. Amounts in our minor units. */
export type CheckoutFacts =
  | { state: 'open' }
  | { state: 'expired' }
  /** Completed with a bank transfer that has not arrived, or not in full. */
  | { state: 'processing'; paymentIntentId: string; receivedMinor: bigint }
  | { state: 'failed'; paymentIntentId: string }
  | {
      state: 'paid';
      paymentIntentId: string;
      chargeId: string;
      amountMinor: bigint;
      /** In the order's currency. Zero where Stripe settles in another one, which then has the fee. */
      feeMinor: bigint;
      currency: string;
      settlement: Settlement | null;
      paidAt: Date;
      /** Something of it was disputed or sent back: ask what. */
      touched: boolean;
    };

/**
 * Refetches the page and what hangs on it: a webhook is only the hint to look. Throws where Stripe cannot be
 * reached or is not done itself.
 */
export async function readCheckout(
  deps: Pick<Deps, 'stripe'>,
  { sessionId }: { sessionId: string },
): Promise<CheckoutFacts> {
  const session = await deps.stripe.checkout.sessions.retrieve(sessionId, {
    expand: ['payment_intent.latest_charge.balance_transaction'],
  });
  if (session.status === 'open') return { state: 'open' };
  const intent = expanded(session.payment_intent);
  if (session.status === 'expired' || !intent) return { state: 'expired' };
  if (session.payment_status !== 'paid') {
    const waiting = intent.status === 'processing' || intent.status === 'requires_action';
    if (!waiting) return { state: 'failed', paymentIntentId: intent.id };
    return { state: 'processing', paymentIntentId: intent.id, receivedMinor: cameOf(intent) };
  }
  const charge = expanded(intent.latest_charge);
  const balance = charge && expanded(charge.balance_transaction);
  if (!charge || !balance) throw new Error(`Stripe has not booked the charge of session ${sessionId} yet`);
  const currency = asCurrency(charge.currency.toUpperCase());
  const settlement = settlementOf(charge.currency, balance);
  return {
    state: 'paid',
    paymentIntentId: intent.id,
    chargeId: charge.id,
    amountMinor: fromStripeAmount(charge.amount, currency),
    feeMinor: settlement ? 0n : feeInMinor(balance.fee, currency),
    currency,
    settlement,
    paidAt: new Date(charge.created * 1000),
    touched: charge.disputed || charge.amount_refunded > 0,
  };
}

/** What came so far of a transfer that is short. */
function cameOf({ amount, currency, next_action: next }: Stripe.PaymentIntent): bigint {
  const remaining = next?.display_bank_transfer_instructions?.amount_remaining ?? amount;
  return fromStripeAmount(amount - remaining, asCurrency(currency.toUpperCase()));
}

function expanded<T extends { id: string }>(value: string | T | null): T | null {
  return typeof value === 'string' ? null : value;
}

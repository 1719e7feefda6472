import { asCurrency } from '#app/money/currency';
import type { Deps } from '#app/platform/deps';
import { fromStripeAmount } from './stripe-amount';

/** What Stripe says now of one payment page. Amounts in our minor units. */
export type CheckoutFacts =
  | { state: 'open' }
  | { state: 'expired' }
  /** Completed with a bank transfer that has not arrived. */
  | { state: 'processing'; paymentIntentId: string }
  | { state: 'failed'; paymentIntentId: string }
  | {
      state: 'paid';
      paymentIntentId: string;
      chargeId: string;
      amountMinor: bigint;
      feeMinor: bigint;
      currency: string;
      paidAt: Date;
    };

/** Refetches the page and what hangs on it: a webhook is only the hint to look. Throws where Stripe cannot be reached or is not done itself. */
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
    return { state: waiting ? 'processing' : 'failed', paymentIntentId: intent.id };
  }
  const charge = expanded(intent.latest_charge);
  const balance = charge && expanded(charge.balance_transaction);
  if (!charge || !balance) throw new Error(`Stripe has not booked the charge of session ${sessionId} yet`);
  const currency = asCurrency(charge.currency.toUpperCase());
  if (balance.currency !== charge.currency) {
    throw new Error(
      `Stripe settled ${charge.currency} of charge ${charge.id} in ${balance.currency}: the account must hold the order's currency`,
    );
  }
  return {
    state: 'paid',
    paymentIntentId: intent.id,
    chargeId: charge.id,
    amountMinor: fromStripeAmount(charge.amount, currency),
    feeMinor: feeInMinor(balance.fee, currency),
    currency,
    paidAt: new Date(charge.created * 1000),
  };
}

/** A fee in hundredths of a shilling cannot be booked in shillings: half a unit and more counts as one, as Stripe's payouts round. */
function feeInMinor(fee: number, currency: ReturnType<typeof asCurrency>): bigint {
  const hundredths = currency === 'UGX';
  return hundredths ? (BigInt(fee) + 50n) / 100n : fromStripeAmount(fee, currency);
}

function expanded<T extends { id: string }>(value: string | T | null): T | null {
  return typeof value === 'string' ? null : value;
}

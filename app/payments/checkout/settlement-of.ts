import type { Settlement } from '#app/ledger/settlement';
import { asCurrency, type Currency } from '#app/money/currency';
import { fromStripeAmount } from './stripe-amount';

/** What is read of a balance transaction of Stripe. */
export type StripeMovement = {
  id: string;
  /** Signed. */
  amount: number;
  fee: number;
  currency: string;
  exchange_rate: number | null;
  created: number;
};

/**
 * Null where Stripe settled in the charge's own currency. The book value is the amount until a caller knows
 * the payment it belongs to.
 */
export function settlementOf(
  chargeCurrency: string,
  movement: Omit<StripeMovement, 'id' | 'created'>,
): Settlement | null {
  if (movement.currency === chargeCurrency) return null;
  const currency = asCurrency(movement.currency.toUpperCase());
  const amountMinor = signedMinor(movement.amount, currency);
  return {
    currency,
    amountMinor,
    feeMinor: feeInMinor(movement.fee, currency),
    rate: movement.exchange_rate === null ? null : String(movement.exchange_rate),
    bookMinor: amountMinor,
  };
}

export function signedMinor(amount: number, currency: Currency): bigint {
  return amount < 0 ? -fromStripeAmount(-amount, currency) : fromStripeAmount(amount, currency);
}

/**
 * A fee in hundredths of a shilling cannot be booked in shillings: half a unit and more counts as one, as
 * Stripe's payouts round.
 */
export function feeInMinor(fee: number, currency: Currency): bigint {
  const hundredths = currency === 'UGX';
  return hundredths ? (BigInt(fee) + 50n) / 100n : signedMinor(fee, currency);
}

import type { Currency } from '#app/money/currency';
import { currencyExponent, isOffered } from '#app/money/currency';
import type { Money } from '#app/money/money';
import { ok, refuse, type Result } from '#app/platform/result';

/**
 * Stripe counts most currencies in their ISO minor unit, these not (docs.stripe.com/currencies): UGX in hundredths that must be whole
 * shillings, MGA in whole ariary.
 */
const STRIPE_EXPONENT: Partial<Record<Currency, number>> = { UGX: 2, MGA: 0 };
/** Currencies of our countries that Stripe cannot charge. */
const NOT_CHARGEABLE: readonly Currency[] = ['GHS', 'MRU', 'SDG', 'SSP', 'ZWG'];
/** Eight digits, whatever the currency. */
const MAX_AMOUNT = 99_999_999n;

export type AmountRefusal = 'currency-not-chargeable' | 'amount-too-large' | 'amount-not-whole';

/** Of the currencies that nobody is offered, some have three decimals or other rules of their own at Stripe: none is charged. */
function isChargeable(currency: Currency): boolean {
  return isOffered(currency) && !NOT_CHARGEABLE.includes(currency);
}

/** An amount as Stripe's API takes it, or why it cannot be charged there. */
export function toStripeAmount(value: Money): Result<bigint, AmountRefusal> {
  if (!isChargeable(value.currency)) {
    return refuse('currency-not-chargeable', 'payments:refusal.currency', { params: { currency: value.currency } });
  }
  const own = currencyExponent(value.currency);
  const theirs = STRIPE_EXPONENT[value.currency] ?? own;
  const factor = 10n ** BigInt(Math.abs(theirs - own));
  if (theirs < own && value.minor % factor !== 0n) return refuse('amount-not-whole', 'payments:refusal.notWhole');
  const amount = theirs < own ? value.minor / factor : value.minor * factor;
  return amount > MAX_AMOUNT ? refuse('amount-too-large', 'payments:refusal.tooLarge') : ok(amount);
}

/** Our minor units of an amount that Stripe reports. Throws on a fraction of our minor unit: not our money. */
export function fromStripeAmount(amount: number, currency: Currency): bigint {
  const own = currencyExponent(currency);
  const theirs = STRIPE_EXPONENT[currency] ?? own;
  const factor = 10n ** BigInt(Math.abs(theirs - own));
  const whole = BigInt(amount);
  if (theirs <= own) return whole * factor;
  if (whole % factor !== 0n)
    throw new RangeError(`Stripe reports ${amount} of ${currency}, less than its smallest unit`);
  return whole / factor;
}

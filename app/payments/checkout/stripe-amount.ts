import type { Currency } from '#app/money/currency';
import type { Money } from '#app/money/money';
import { ok, type Result } from '#app/platform/result';
import { stripeFactor } from '../limits/charge-limits';
import { chargeRefusal } from '../limits/method-offers';

export type AmountRefusal = NonNullable<ReturnType<typeof chargeRefusal>>['code'];

/** An amount as Stripe's API takes it, or why it cannot be charged there. */
export function toStripeAmount(value: Money): Result<bigint, AmountRefusal> {
  return chargeRefusal(value) ?? ok(inStripeUnits(value));
}

/** A part of a sum that was checked as a whole. */
export function inStripeUnits({ minor, currency }: Money): bigint {
  const { finer, by } = stripeFactor(currency);
  if (!finer && minor % by !== 0n) throw new RangeError(`${minor} of ${currency} is no whole unit at Stripe`);
  return finer ? minor * by : minor / by;
}

/**
 * Our minor units of an amount that Stripe reports. Throws on a fraction of our minor unit: not our money.
 */
export function fromStripeAmount(amount: number, currency: Currency): bigint {
  const { finer, by } = stripeFactor(currency);
  const whole = BigInt(amount);
  if (!finer) return whole * by;
  if (whole % by !== 0n) throw new RangeError(`Stripe reports ${amount} of ${currency}, less than its smallest unit`);
  return whole / by;
}

import { asCurrency } from '#app/money/currency';
import { toMoney, toDecimal } from '#app/money/money';

/**
 * An amount in minor units in another currency, at a rate that was looked up for it: `rate` of `currency` for
 * one of `from`.
 */
export function atRate(minor: bigint, from: string, { rate, currency }: { rate: string; currency: string }): bigint {
  return toMoney(toDecimal({ minor, currency: asCurrency(from) }).times(rate), asCurrency(currency)).minor;
}

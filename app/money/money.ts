import { currencyExponent, isCurrency, type Currency } from './currency';
import { Decimal } from './decimal';
import { divideHalfEven, Exact } from './exact';

/** An amount in minor units (cents, centavos; whole shillings for UGX) of one currency. */
export type Money = { readonly minor: bigint; readonly currency: Currency };

export function money(minor: bigint, currency: Currency): Money {
  return { minor, currency };
}

function assertSame(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new RangeError(`Cannot combine ${a.currency} with ${b.currency}`);
}

export function add(a: Money, b: Money): Money {
  assertSame(a, b);
  return { minor: a.minor + b.minor, currency: a.currency };
}

export function subtract(a: Money, b: Money): Money {
  assertSame(a, b);
  return { minor: a.minor - b.minor, currency: a.currency };
}

export function negate(a: Money): Money {
  return { minor: -a.minor, currency: a.currency };
}

/** Negative, zero or positive like a sort callback. Only within one currency. */
export function compareMoney(a: Money, b: Money): number {
  assertSame(a, b);
  return a.minor < b.minor ? -1 : a.minor > b.minor ? 1 : 0;
}

/**
 * Rounds half-even to the currency's minor unit: the only place where a number becomes money. Throws on what
 * is not finite.
 */
export function roundToMinor(amount: Exact | Decimal | string, currency: Currency): bigint {
  const exact = amount instanceof Exact ? amount : Exact.of(amount.toString());
  return exact.toMinor(currencyExponent(currency));
}

/** `amount` in major units → Money, half-even. */
export function toMoney(amount: Exact | Decimal | string, currency: Currency): Money {
  return { minor: roundToMinor(amount, currency), currency };
}

/** Major units with all decimals of the currency: 12302n USD → `123.02`. 500n UGX → `500`. */
export function toAmount(value: Money): string {
  const exponent = currencyExponent(value.currency);
  const negative = value.minor < 0n;
  const digits = (negative ? -value.minor : value.minor).toString().padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const text = exponent === 0 ? whole : `${whole}.${digits.slice(-exponent)}`;
  return negative ? `-${text}` : text;
}

/** The exact decimal in major units. */
export function toDecimal(value: Money): Decimal {
  return new Decimal(toAmount(value));
}

/**
 * Reads what a person or a partner typed. Plain decimals only. Null when it is not one, the currency is
 * unknown, it is out of range (15 digits before the point) or has more decimals than the currency: an amount
 * is never rounded on the way in.
 */
export function parseAmount(text: string, currency: string): Money | null {
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/.exec(text);
  if (!match || !isCurrency(currency)) return null;
  const exponent = currencyExponent(currency);
  const decimals = (match[3] ?? '').replace(/0+$/, '');
  if (decimals.length > exponent) return null;
  const minor = BigInt(`${match[2]}${decimals.padEnd(exponent, '0')}`);
  return { minor: match[1] === '-' ? -minor : minor, currency };
}

/** `numerator ÷ denominator` of an amount, rounded half-even to the minor unit. Exact integer arithmetic. */
export function shareOf(value: Money, numerator: bigint, denominator: bigint): Money {
  return { minor: divideHalfEven(value.minor * numerator, denominator), currency: value.currency };
}

/** Basis points of an amount, half-even: 200 bps of USD 118,023.02 is USD 2,360.46. */
export function portionBps(value: Money, bps: number): Money {
  if (!Number.isSafeInteger(bps)) throw new RangeError('Basis points are whole');
  return shareOf(value, BigInt(bps), 10_000n);
}

import { Decimal } from './decimal';
import { parseAmount, type Money } from './money';
import { readTypedDecimal, type DecimalProblem, type Readings } from './typed-decimal';

type Unread = { problem: DecimalProblem; readings?: Readings };

/** More than any sum that is moved. As many digits as an amount may have. */
const MOST = '999999999999999';
const MOST_DECIMALS = 6;

/**
 * A sum as people type it in their language, with no more decimals than its currency has: money is never
 * rounded on the way in.
 */
export function readTypedMoney(
  typed: string,
  currency: string,
  { max = MOST, zero = false, locale }: { max?: string; zero?: boolean; locale?: string | undefined },
): { money: Money } | Unread {
  const read = readTypedDecimal(typed, { maxDecimals: MOST_DECIMALS, max, zero, locale });
  if (!('value' in read)) return read;
  const money = parseAmount(read.value, currency);
  return money ? { money } : { problem: 'too-many-decimals' };
}

/** Basis points of a percentage as people type it, with at most two decimals. */
export function readTypedBps(
  typed: string,
  { max, locale }: { max: string; locale?: string | undefined },
): { bps: number } | Unread {
  const read = readTypedDecimal(typed, { maxDecimals: 2, max, locale });
  return 'value' in read ? { bps: Number.parseInt(new Decimal(read.value).times(100).toFixed(0), 10) } : read;
}

import { Decimal, plain } from '#app/money/decimal';
import { orAmbiguous, readTypedDecimal } from '#app/money/typed-decimal';
import { ok, refuse, type Result } from '#app/platform/result';

export type Stock = { quantity: string; availableQuantity: string; divisible: boolean };
export type QuantityRefusal =
  'quantity-unreadable' | 'quantity-not-positive' | 'quantity-too-large' | 'lot-not-divisible';

/**
 * The quantity that a buyer typed, in the buyer's language, as a plain decimal. Nothing typed means all that
 * is left.
 */
export function readQuantity(
  typed: string,
  { quantity, availableQuantity, divisible }: Stock,
  locale?: string,
): Result<string, QuantityRefusal> {
  const all = typed.trim() === '';
  const text = all ? (divisible ? availableQuantity : quantity) : typed.trim();
  const path = { path: 'quantity' };
  const read = readTypedDecimal(text, { maxDecimals: 6, max: '999999999999', ...(all ? {} : { locale }) });
  if ('problem' in read && read.problem === 'not-positive')
    return refuse('quantity-not-positive', 'trading:refusal.quantityNotPositive', path);
  if (!('value' in read))
    return orAmbiguous(refuse('quantity-unreadable', 'trading:refusal.quantityUnreadable', path), read);
  const wanted = new Decimal(read.value);
  if (!divisible && !wanted.eq(quantity)) return refuse('lot-not-divisible', 'trading:refusal.lotNotDivisible', path);
  if (wanted.gt(quantity)) return refuse('quantity-too-large', 'trading:refusal.quantityTooLarge', path);
  return ok(plain(wanted));
}

import { isCurrency } from '#app/money/currency';
import { Decimal, fixed } from '#app/money/decimal';
import { convertMass, isMassUnit, type MassUnit } from '#app/money/units';

/** What miners weigh in, by what the market counts in. */
const LOCAL_UNIT: Partial<Record<string, MassUnit>> = { ozt: 'g', t: 'kg', lb: 'kg', MTU: 'kg' };

/** From a thousand on nobody counts cents. */
const WHOLE_FROM = 1000;

export type LocalPrice = { value: string; currency: string; per: string };

/**
 * A reference price by the unit that people weigh in, and in their own money where `rate` (units of `currency` for one of the price's) is known; else in the
 * price's own currency. Rounded for reading, half-even: two decimals, none from a thousand on.
 */
export function localPrice(
  price: { value: string; currency: string; per: string },
  rate: { currency: string; rate: string } | null,
): LocalPrice {
  const per = LOCAL_UNIT[price.per] ?? price.per;
  const share = isMassUnit(price.per) && isMassUnit(per) ? convertMass('1', per, price.per) : new Decimal(1);
  const value = new Decimal(price.value).times(share).times(rate?.rate ?? 1);
  const currency = rate && isCurrency(rate.currency) ? rate.currency : price.currency;
  return { value: fixed(value, value.gte(WHOLE_FROM) ? 0 : 2), currency, per };
}

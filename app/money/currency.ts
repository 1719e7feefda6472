import { CURRENCY_EXPONENTS } from './currency-exponents';

export type Currency = keyof typeof CURRENCY_EXPONENTS;

/** What forms offer: the currencies of the countries where we trade or may trade, and of our buyers. */
export const OFFERED_CURRENCIES: readonly Currency[] = [
  'AED',
  'AOA',
  'AUD',
  'BDT',
  'BIF',
  'BOB',
  'BRL',
  'BWP',
  'CAD',
  'CDF',
  'CHF',
  'CNY',
  'COP',
  'ETB',
  'EUR',
  'GBP',
  'GHS',
  'GNF',
  'GYD',
  'HKD',
  'HNL',
  'IDR',
  'INR',
  'JPY',
  'KES',
  'LKR',
  'LRD',
  'LSL',
  'MAD',
  'MGA',
  'MMK',
  'MNT',
  'MRU',
  'MWK',
  'MZN',
  'NAD',
  'NGN',
  'NIO',
  'PEN',
  'PGK',
  'PHP',
  'PKR',
  'RWF',
  'SDG',
  'SGD',
  'SLE',
  'SRD',
  'SSP',
  'SZL',
  'THB',
  'TRY',
  'TZS',
  'UGX',
  'USD',
  'VND',
  'XAF',
  'XOF',
  'ZAR',
  'ZMW',
  'ZWG',
];

export function isOffered(code: string): code is Currency {
  return OFFERED_CURRENCIES.some((currency) => currency === code);
}

export function isCurrency(code: string): code is Currency {
  return Object.hasOwn(CURRENCY_EXPONENTS, code);
}

/** Decimals of the minor unit: 2 for USD, 0 for UGX. */
export function currencyExponent(currency: Currency): number {
  return CURRENCY_EXPONENTS[currency];
}

/** For codes that come out of the database: an unlisted one is a bug, not a choice of the user. */
export function asCurrency(code: string): Currency {
  if (!isCurrency(code)) throw new RangeError(`Unknown currency ${code}`);
  return code;
}

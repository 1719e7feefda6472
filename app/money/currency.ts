/**
 * Decimals of the minor unit by ISO 4217 (list one, amendment 176), for the currencies of the countries where we
 * trade or may trade, and of our buyers. A currency that is not listed is refused, never assumed to have two decimals.
 */
export const CURRENCY_EXPONENTS = {
  AED: 2,
  AOA: 2,
  AUD: 2,
  BDT: 2,
  BIF: 0,
  BOB: 2,
  BRL: 2,
  BWP: 2,
  CAD: 2,
  CDF: 2,
  CHF: 2,
  CNY: 2,
  COP: 2,
  ETB: 2,
  EUR: 2,
  GBP: 2,
  GHS: 2,
  GNF: 0,
  GYD: 2,
  HKD: 2,
  HNL: 2,
  IDR: 2,
  INR: 2,
  JPY: 0,
  KES: 2,
  LKR: 2,
  LRD: 2,
  LSL: 2,
  MAD: 2,
  MGA: 2,
  MMK: 2,
  MNT: 2,
  MRU: 2,
  MWK: 2,
  MZN: 2,
  NAD: 2,
  NGN: 2,
  NIO: 2,
  PEN: 2,
  PGK: 2,
  PHP: 2,
  PKR: 2,
  RWF: 0,
  SDG: 2,
  SGD: 2,
  SLE: 2,
  SRD: 2,
  SSP: 2,
  SZL: 2,
  THB: 2,
  TRY: 2,
  TZS: 2,
  UGX: 0,
  USD: 2,
  VND: 0,
  XAF: 0,
  XOF: 0,
  ZAR: 2,
  ZMW: 2,
  ZWG: 2,
} as const satisfies Record<string, number>;

export type Currency = keyof typeof CURRENCY_EXPONENTS;

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

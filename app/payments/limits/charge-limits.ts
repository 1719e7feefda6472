import { currencyExponent, isOffered, type Currency } from '#app/money/currency';

/**
 * Stripe counts most currencies in their ISO minor unit, these not (docs.stripe.com/currencies): UGX in
 * hundredths that must be whole shillings, MGA in whole ariary.
 */
const STRIPE_EXPONENT: Partial<Record<Currency, number>> = { UGX: 2, MGA: 0 };
/** Currencies of our countries that Stripe cannot charge. */
const NOT_CHARGEABLE: readonly Currency[] = ['GHS', 'MRU', 'SDG', 'SSP', 'ZWG'];
/** Eight digits, whatever the currency. Rupiah have twelve. */
const MAX_AMOUNT = 99_999_999n;
const MAX_AMOUNT_OF: Partial<Record<Currency, bigint>> = { IDR: 999_999_999_999n };

/**
 * The smallest charge, in the currency's own minor units: as Stripe publishes it, or a round sum that is
 * surely worth the half US dollar that Stripe asks for in all other currencies.
 */
const MIN_CHARGE_MINOR: Partial<Record<Currency, bigint>> = {
  AED: 200n,
  AOA: 60_000n,
  AUD: 50n,
  BDT: 8_000n,
  BIF: 2_000n,
  BOB: 700n,
  BRL: 50n,
  BWP: 900n,
  CAD: 50n,
  CDF: 170_000n,
  CHF: 50n,
  CNY: 450n,
  COP: 250_000n,
  ETB: 9_500n,
  EUR: 50n,
  GBP: 30n,
  GNF: 5_500n,
  GYD: 12_500n,
  HKD: 400n,
  HNL: 1_600n,
  IDR: 950_000n,
  INR: 50n,
  JPY: 50n,
  KES: 8_000n,
  LKR: 18_000n,
  LRD: 12_000n,
  LSL: 1_100n,
  MAD: 600n,
  MGA: 270_000n,
  MMK: 120_000n,
  MNT: 200_000n,
  MWK: 110_000n,
  MZN: 4_000n,
  NAD: 1_100n,
  NGN: 95_000n,
  NIO: 2_200n,
  PEN: 220n,
  PGK: 250n,
  PHP: 3_300n,
  PKR: 16_500n,
  RWF: 850n,
  SGD: 50n,
  SLE: 1_400n,
  SRD: 2_300n,
  SZL: 1_100n,
  THB: 2_000n,
  TRY: 2_600n,
  TZS: 160_000n,
  UGX: 2_200n,
  USD: 50n,
  VND: 15_000n,
  XAF: 350n,
  XOF: 350n,
  ZAR: 1_100n,
  ZMW: 1_600n,
};

export type ChargeLimits = {
  minMinor: bigint;
  maxMinor: bigint;
  /** A sum is a multiple of it. */
  stepMinor: bigint;
};

/**
 * What one charge in a currency may be at Stripe, in our minor units. Null where it cannot be charged at all.
 */
export function chargeLimits(currency: Currency): ChargeLimits | null {
  const minMinor = MIN_CHARGE_MINOR[currency];
  if (minMinor === undefined || !isOffered(currency) || NOT_CHARGEABLE.includes(currency)) return null;
  const max = MAX_AMOUNT_OF[currency] ?? MAX_AMOUNT;
  const factor = stripeFactor(currency);
  return factor.finer
    ? { minMinor, maxMinor: max / factor.by, stepMinor: 1n }
    : { minMinor, maxMinor: max * factor.by, stepMinor: factor.by };
}

/** How Stripe's unit stands to ours: `finer` units are `by` times as many. */
export function stripeFactor(currency: Currency): { finer: boolean; by: bigint } {
  const own = currencyExponent(currency);
  const theirs = STRIPE_EXPONENT[currency] ?? own;
  return { finer: theirs >= own, by: 10n ** BigInt(Math.abs(theirs - own)) };
}

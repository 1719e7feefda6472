/**
 * How Stripe counts amounts (docs.stripe.com/currencies). Mostly the ISO minor unit, with a trap: UGX and ISK
 * have no decimals in life, yet Stripe wants them in hundredths that are multiples of 100 (UGX 5 is the
 * amount 500).
 */
const ZERO_DECIMAL = new Set(
  'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '), //
);
const THREE_DECIMAL = new Set('bhd jod kwd omr tnd'.split(' '));
const WHOLE_UNITS_IN_HUNDREDTHS = new Set(['ugx', 'isk']);
const KNOWN_TWO_DECIMAL = new Set(
  (
    'aed afn all amd ang aoa ars aud awg azn bam bbd bdt bmd bnd bob brl bsd bwp byn bzd cad cdf chf cny cop crc cve ' +
    'czk dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gtq gyd hkd hnl htg huf idr ils inr isk jmd kes kgs khr kyd ' +
    'kzt lak lbp lkr lrd lsl mad mdl mkd mmk mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd pab pen pgk php ' +
    'pkr pln qar ron rsd rub sar sbd scr sek sgd shp sle sos srd std szl thb tjs top try ttd twd tzs uah ugx usd uyu ' +
    'uzs wst xcd yer zar zmw'
  ).split(' '),
);

/** Eight digits. Rupiah have twelve. */
export function maxAmount(currency: string): bigint {
  return currency === 'idr' ? 999_999_999_999n : 99_999_999n;
}

/**
 * The smallest charge in Stripe's own units: as published, else what is worth half a US dollar, for which the
 * sandbox takes a round number of its own (docs.stripe.com/currencies).
 */
export function minAmount(currency: string): bigint {
  return MIN_AMOUNT[currency] ?? 50n;
}

const MIN_AMOUNT: Readonly<Record<string, bigint>> = {
  ...{ usd: 50n, aed: 200n, aud: 50n, bgn: 100n, brl: 50n, cad: 50n, chf: 50n, czk: 1_500n, dkk: 250n, eur: 50n },
  ...{ gbp: 30n, hkd: 400n, huf: 17_500n, inr: 50n, jpy: 50n, mxn: 1_000n, myr: 200n, nok: 300n, nzd: 50n, pln: 200n },
  ...{ ron: 200n, sek: 300n, sgd: 50n, thb: 1_000n },
  ...{ cdf: 140_000n, kes: 6_500n, mga: 2_300n, mzn: 3_200n, rwf: 720n, tzs: 130_000n, ugx: 180_000n, xof: 280n },
};

export function isStripeCurrency(currency: string): boolean {
  return ZERO_DECIMAL.has(currency) || THREE_DECIMAL.has(currency) || KNOWN_TWO_DECIMAL.has(currency);
}

/** Decimals of a Stripe amount in this currency (lower-case code): what the API's integer is scaled by. */
export function stripeDecimals(currency: string): 0 | 2 | 3 {
  if (ZERO_DECIMAL.has(currency)) return 0;
  return THREE_DECIMAL.has(currency) ? 3 : 2;
}

/**
 * The step that Stripe accepts amounts in: 100 for whole-unit currencies kept in hundredths, 10 for three
 * decimals.
 */
export function amountStep(currency: string): bigint {
  if (WHOLE_UNITS_IN_HUNDREDTHS.has(currency)) return 100n;
  return THREE_DECIMAL.has(currency) ? 10n : 1n;
}

/** A Stripe amount as a plain decimal: 11802302 usd → "118023.02", 5000 rwf → "5000". */
export function stripeAmountToDecimal(amountMinor: bigint, currency: string): string {
  const decimals = stripeDecimals(currency);
  const sign = amountMinor < 0n ? '-' : '';
  const digits = (amountMinor < 0n ? -amountMinor : amountMinor).toString().padStart(decimals + 1, '0');
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** A sum as it is typed, "1234.5", as Stripe counts it. Null where it is none, or nothing. */
export function typedStripeAmount(typed: string, currency: string): bigint | null {
  const decimals = stripeDecimals(currency);
  const [, whole, part = ''] = /^(\d{1,12})(?:[.,](\d{1,3}))?$/.exec(typed.replaceAll(/[\s\u00a0\u202f]/g, '')) ?? [];
  if (whole === undefined || part.length > decimals) return null;
  const minor = BigInt(whole + part.padEnd(decimals, '0'));
  return minor > 0n && minor % amountStep(currency) === 0n ? minor : null;
}

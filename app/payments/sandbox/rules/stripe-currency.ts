/**
 * How Stripe counts amounts (docs.stripe.com/currencies). Mostly the ISO minor unit, with a trap: UGX and ISK have no
 * decimals in life, yet Stripe wants them in hundredths that are multiples of 100 (UGX 5 is the amount 500).
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

export const MAX_AMOUNT_MINOR = 99_999_999n;

export function isStripeCurrency(currency: string): boolean {
  return ZERO_DECIMAL.has(currency) || THREE_DECIMAL.has(currency) || KNOWN_TWO_DECIMAL.has(currency);
}

/** Decimals of a Stripe amount in this currency (lower-case code): what the API's integer is scaled by. */
export function stripeDecimals(currency: string): 0 | 2 | 3 {
  if (ZERO_DECIMAL.has(currency)) return 0;
  return THREE_DECIMAL.has(currency) ? 3 : 2;
}

/** The step that Stripe accepts amounts in: 100 for whole-unit currencies kept in hundredths, 10 for three decimals. */
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

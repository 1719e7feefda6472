import { currencyExponent, isCurrency } from '../../money/currency';
import { toAmount, type Money } from '../../money/money';
import { memoize } from '../memoize';
import { INTL_LOCALE, isLocale, type Locale } from './locales';

/**
 * Figures as the reader writes them. Decimal strings go to `Intl` as text, which formats them exactly; nothing passes through a float.
 */
const numberFormat = memoize(
  (locale: Locale, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(INTL_LOCALE[locale], { useGrouping: true, ...options }),
);

function exact(text: string): Intl.StringNumericLiteral {
  return text as Intl.StringNumericLiteral;
}

/** `USD 118,023.02` in English, `118 023,02 USD` in Portuguese: the code, since a sign alone names a dozen currencies. */
export function formatMoney(value: Money, locale: Locale, { whole = false }: { whole?: boolean } = {}): string {
  const digits = whole ? 0 : decimalsOf(value.currency);
  return numberFormat(locale, {
    style: 'currency',
    currency: value.currency,
    currencyDisplay: 'code',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(exact(toAmount(value)));
}

/** As the ledger counts, by ISO 4217; browsers leave out the hundredths of some currencies (MGA), and one sum would be shown two ways. */
function decimalsOf(currency: string): number {
  return isCurrency(currency) ? currencyExponent(currency) : 2;
}

/** The figure alone, for columns whose head names the currency. */
export function formatAmount(value: Money, locale: Locale): string {
  const digits = decimalsOf(value.currency);
  return numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    exact(toAmount(value)),
  );
}

/** A price in major units with the decimals it has, at least the currency's own: `USD 131.1367`. */
export function formatPrice(decimal: string, currency: string, locale: Locale, maxDecimals = 4): string {
  return numberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: decimalsOf(currency),
    maximumFractionDigits: Math.max(maxDecimals, 2),
  }).format(exact(decimal));
}

/** Without `grouping` there are no thousands marks: a figure to be typed into a calculator. */
export type NumberStyle = { minDecimals?: number; maxDecimals?: number; grouping?: boolean };

export function formatNumber(
  decimal: string | bigint | number,
  locale: Locale,
  { minDecimals = 0, maxDecimals = 6, grouping = true }: NumberStyle = {},
): string {
  const format = numberFormat(locale, {
    minimumFractionDigits: minDecimals,
    maximumFractionDigits: maxDecimals,
    ...(grouping ? {} : { useGrouping: false }),
  });
  return typeof decimal === 'string' ? format.format(exact(decimal)) : format.format(decimal);
}

/** An exchange rate with enough digits to do its sum again by hand: `2,590`, and `0.00038610039` where the unit is small. */
export function formatRate(rate: string, locale: Locale): string {
  const small = /^0?\.0*/.exec(rate)?.[0] ?? '';
  return formatNumber(rate, locale, { maxDecimals: small === '' ? 6 : small.length - small.indexOf('.') - 1 + 8 });
}

/** `percent` is in percent already: '92.43' → `92.4%`. */
export function formatPercent(percent: string, locale: Locale, decimals = 1, { signed = false } = {}): string {
  return numberFormat(locale, {
    style: 'unit',
    unit: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    ...(signed ? { signDisplay: 'exceptZero' as const } : {}),
  }).format(exact(percent));
}

/** `month-short` is for the axis of a chart: `Jul 25`. */
type DateStyle = 'day' | 'month' | 'month-short' | 'time';

const DATE_PARTS: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  'month-short': { month: 'short', year: '2-digit' },
  time: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
};

const dateFormat = memoize(
  (locale: Locale, style: DateStyle) =>
    new Intl.DateTimeFormat(INTL_LOCALE[locale], { timeZone: 'UTC', ...DATE_PARTS[style] }),
);

/** `5 May 2026`. Dates of the domain are UTC days. */
export function formatDate(value: Date | string, locale: Locale, style: DateStyle = 'day'): string {
  const text = dateFormat(locale, style).format(
    typeof value === 'string' ? new Date(/^\d{4}-\d{2}$/.test(value) ? `${value}-01` : value) : value,
  );
  // French writes the first of a month as an ordinal, which Intl does not know.
  return locale === 'fr' && (style === 'day' || style === 'time') ? text.replace(/^1 /u, '1er ') : text;
}

const regionNames = memoize((locale: Locale) => new Intl.DisplayNames([INTL_LOCALE[locale]], { type: 'region' }));

/** `TZ` → `Tanzania` in the reader's language. */
export function formatCountry(code: string, locale: Locale): string {
  return regionNames(locale).of(code) ?? code;
}

const listFormat = memoize((locale: Locale) => new Intl.ListFormat(INTL_LOCALE[locale]));

/** `gold, silver and tin` in the reader's language. */
export function formatList(parts: readonly string[], locale: Locale): string {
  return listFormat(locale).format(parts);
}

export type Formats = ReturnType<typeof formatsFor>;

/** Every format bound to one reader. */
export function formatsFor(language: string) {
  const locale: Locale = isLocale(language) ? language : 'en';
  return {
    locale,
    /** Between a label and what it is of; French sets a space before it. */
    colon: locale === 'fr' ? '\u00a0:' : ':',
    money: (value: Money, options?: { whole?: boolean }) => formatMoney(value, locale, options),
    amount: (value: Money) => formatAmount(value, locale),
    rate: (rate: string) => formatRate(rate, locale),
    price: (decimal: string, currency: string, maxDecimals?: number) =>
      formatPrice(decimal, currency, locale, maxDecimals),
    number: (decimal: string | bigint | number, options?: NumberStyle) => formatNumber(decimal, locale, options),
    percent: (percent: string, decimals?: number, options?: { signed?: boolean }) =>
      formatPercent(percent, locale, decimals, options),
    date: (value: Date | string, style?: DateStyle) => formatDate(value, locale, style),
    country: (code: string) => formatCountry(code, locale),
    list: (parts: readonly string[]) => formatList(parts, locale),
  };
}

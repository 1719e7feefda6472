import { currencyExponent, isCurrency, type Currency } from '#app/money/currency';
import { Decimal } from '#app/money/decimal';
import type { Formats } from '#app/platform/i18n/format';

/** How figures are written: `full` shows every digit as it is computed, without thousands marks; else they are shortened for reading. */
export type FigureStyle = { format: Pick<Formats, 'number' | 'date' | 'money'>; full: boolean };

/** Up to here a figure is read as it is: rates and definitions such as 31.1034768 stay whole. */
const WHOLE_DIGITS = 9;
const READ_DIGITS = 8;
const LEAST_DECIMALS = 2;
/** The most that every `Intl` writes; figures of a sum have fewer. */
const MOST_DECIMALS = 20;

/** `28.935672` for 28.93567191176518, with `≈` before it, since it was shortened; exact figures have no mark. */
export function figureText(value: string, { format, full }: FigureStyle): string {
  if (full) return format.number(value, { maxDecimals: MOST_DECIMALS, grouping: false });
  const exact = new Decimal(value);
  if (exact.precision() <= WHOLE_DIGITS) return format.number(value, { maxDecimals: MOST_DECIMALS });
  const decimals = Math.max(LEAST_DECIMALS, READ_DIGITS - 1 - exact.e);
  return rounded(exact, { format, decimals, least: 0 });
}

/** `USD 126,097.30` or `126 097,30 USD`, as the reader writes money. */
export function moneyText(value: string, currency: Currency, style: FigureStyle): string {
  return inReadersOrder(moneyFigure(value, currency, style), currency, style);
}

/** A price for one unit of something: `4,587.21 USD` as the reader writes money, with the digits that it has. */
export function priceFigure(value: string, currency: Currency, style: FigureStyle): string {
  return inReadersOrder(figureText(value, style), currency, style);
}

function inReadersOrder(text: string, currency: Currency, style: FigureStyle): string {
  const [, near = '', figure = ''] = /^(≈\u00a0)?(.*)$/su.exec(text) ?? [];
  const first = style.format.money({ minor: 0n, currency }).startsWith(currency);
  return near + (first ? `${currency}\u00a0${figure}` : `${figure}\u00a0${currency}`);
}

/** A part of the sum in money: `126,097.30`, with `≈` where there are digits below the smallest coin. */
export function moneyFigure(value: string, currency: string, { format, full }: FigureStyle): string {
  const decimals = isCurrency(currency) ? currencyExponent(currency) : LEAST_DECIMALS;
  if (full) return format.number(value, { minDecimals: decimals, maxDecimals: MOST_DECIMALS, grouping: false });
  return rounded(new Decimal(value), { format, decimals, least: decimals });
}

function rounded(
  exact: Decimal,
  { format, decimals, least }: Pick<FigureStyle, 'format'> & { decimals: number; least: number },
): string {
  const near = exact.toDecimalPlaces(decimals, Decimal.ROUND_HALF_EVEN);
  const same = near.equals(exact);
  // What was shortened keeps its zeros: they say how far it goes.
  const text = format.number(near.toFixed(decimals), {
    minDecimals: same ? least : decimals,
    maxDecimals: decimals,
  });
  return same ? text : `≈\u00a0${text}`;
}

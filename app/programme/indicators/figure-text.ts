import { Decimal } from '#app/money/decimal';
import type { Words } from '#app/platform/i18n/use-words';
import { INDICATORS, type IndicatorKey } from './indicators';
import type { IndicatorValue } from './calculation/value';

/** `1` or `2`: plurals of figures with decimals follow whether the figure is one. */
function pluralCount(text: string): number {
  return text === '1' ? 1 : 2;
}

function daysText(days: string, { t, format }: Words): string {
  const figure = format.number(new Decimal(days).toFixed(1), { maxDecimals: 1 });
  return t('programme:figure.days', { figure, count: pluralCount(figure) });
}

/** A value as the reader writes it, with its unit; uplift carries its sign. */
export function valueText(key: IndicatorKey, value: string, words: Words): string {
  if (INDICATORS[key].unit === 'days') return daysText(value, words);
  return words.format.percent(value, 1, { signed: key === 'uplift' });
}

/** The value, or in words why there is none. */
export function figureText(key: IndicatorKey, { value, withheld }: IndicatorValue, words: Words): string {
  if (value !== null) return valueText(key, value, words);
  return words.t(withheld ? 'programme:figure.withheld' : 'programme:figure.noData');
}

export type ChangeText = { text: string; tone: 'good' | 'warn' | 'plain' };

/** `▲ 4.1 points on the year before`, good or not by what the indicator measures. Null where there is nothing to compare with. */
export function changeText(key: IndicatorKey, change: string | null, words: Words): ChangeText | null {
  if (change === null) return null;
  const { t, format } = words;
  const rounded = new Decimal(change).toDecimalPlaces(1);
  if (rounded.isZero()) return { text: t('programme:figure.same'), tone: 'plain' };
  const up = rounded.greaterThan(0);
  const by = rounded.abs().toFixed(1);
  const { unit, better } = INDICATORS[key];
  const size =
    unit === 'days'
      ? daysText(by, words)
      : t('programme:figure.points', { figure: format.number(by, { minDecimals: 1 }) });
  return {
    text: `${up ? '▲' : '▼'} ${t('programme:figure.onYearBefore', { size })}`,
    tone: (better === 'up') === up ? 'good' : 'warn',
  };
}

const COVERAGE: Record<Exclude<IndicatorKey, 'womens-share'>, string> = {
  'retained-share': 'programme:figure.covered',
  'days-to-money': 'programme:figure.covered',
  uplift: 'programme:figure.withBaseline',
  realisation: 'programme:figure.withReference',
  'under-floor': 'programme:figure.withBand',
};

/** What an indicator covers: how many of the orders are in it, or of the money for women's share. */
export function coverageText(key: IndicatorKey, value: IndicatorValue, { t, format }: Words): string {
  if (key === 'womens-share') {
    if (value.withheld) return t('programme:figure.tooFew');
    if (value.coveragePct) return t('programme:figure.sexRecorded', { share: format.percent(value.coveragePct, 0) });
    return t('programme:figure.membersMoney');
  }
  return t(COVERAGE[key], { covered: value.covered, orders: value.orders });
}

/** A sum in US dollars without cents, for tables whose head names the currency. */
export function dollarsText(amount: string, { format }: Words): string {
  return format.number(new Decimal(amount).toFixed(0));
}

import { describe, expect, it } from 'vitest';
import type { Currency } from '../../money/currency';
import { CURRENCY_EXPONENTS } from '../../money/currency-exponents';
import { formatAmount, formatDate, formatMoney, formatPrice, formatRate } from './format';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('money', () => {
  it.each(Object.entries(CURRENCY_EXPONENTS) as [Currency, number][])(
    'of %s has the same decimals wherever it is written',
    (currency, decimals) => {
      const value = { minor: 1_234_567n, currency };
      const count = (text: string) => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
      expect(count(formatMoney(value, 'en'))).toBe(decimals);
      expect(count(formatAmount(value, 'en'))).toBe(decimals);
      expect(count(formatPrice('12', currency, 'en'))).toBe(decimals);
      expect(count(formatMoney(value, 'en', { whole: true }))).toBe(0);
    },
  );
});

describe('a rate', () => {
  it.each([
    ['2590', 'en', '2,590'],
    ['1.0842', 'fr', '1,0842'],
    ['0.0003861003861003861', 'en', '0.00038610039'],
    ['0.9', 'en', '0.9'],
    ['0.84123456789', 'pt', '0,84123457'],
  ] as const)('of %s in %s can be reckoned with by hand', (rate, locale, text) => {
    expect(plain(formatRate(rate, locale))).toBe(text);
  });
});

describe('formatDate', () => {
  it('writes the first of a month in French as an ordinal, and no other day', () => {
    expect(formatDate('2013-08-01', 'fr')).toBe('1er août 2013');
    expect(formatDate(new Date('2013-08-01T09:30:00Z'), 'fr', 'time')).toMatch(/^1er août 2013/u);
    expect(formatDate('2013-08-11', 'fr')).toBe('11 août 2013');
    expect(formatDate('2013-08', 'fr', 'month')).toBe('août 2013');
    expect(formatDate('2013-08-01', 'en')).toBe('1 August 2013');
    expect(formatDate('2013-08-01', 'es')).toBe('1 de agosto de 2013');
  });
});

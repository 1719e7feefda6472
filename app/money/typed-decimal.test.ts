import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTypedDecimal, twoReadings, typeable } from './typed-decimal';

const LIMITS = { maxDecimals: 6, max: '1000000000' };

describe('readTypedDecimal', () => {
  it.each([
    ['1000', '1000'],
    [' 1000.50 ', '1000.5'],
    ['1000,5', '1000.5'],
    ['1 250 000', '1250000'],
    ['1\u202f250,75', '1250.75'],
    ['0,125', '0.125'],
    ['600.155', '600.155'],
    ['1’250.5', '1250.5'],
    ["1'250", '1250'],
    ['128,400.00', '128400'],
    ['1,234.567', '1234.567'],
    ['1.234,56', '1234.56'],
    ['1,234,567', '1234567'],
    ['1.234.567', '1234567'],
    ['1.234.567,5', '1234567.5'],
    ['1,234,567.5', '1234567.5'],
  ])('reads %j as %s', (typed, value) => {
    expect(readTypedDecimal(typed, LIMITS)).toEqual({ value });
  });

  it.each([
    ['', 'missing'],
    ['   ', 'missing'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['+5', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['1.000,5.1', 'not-a-number'],
    ['1,00.5', 'not-a-number'],
    ['12,34,567', 'not-a-number'],
    ['1,234.567.8', 'not-a-number'],
    ['0,128.400', 'not-a-number'],
    ['1234,567.8', 'not-a-number'],
    ['1,000,000,000.1', 'too-large'],
    ['.5', 'not-a-number'],
    ['5.', 'not-a-number'],
    ['12 34', 'not-a-number'],
    ['١٠', 'not-a-number'],
    ['\u202e100', 'not-a-number'],
    ['=1+1', 'not-a-number'],
    ['9'.repeat(41), 'not-a-number'],
    ['-5', 'not-positive'],
    ['0', 'not-positive'],
    ['0.000', 'not-positive'],
    ['0.1234567', 'too-many-decimals'],
    ['1000000000.1', 'too-large'],
  ])('answers %j with %s', (typed, problem) => {
    expect(readTypedDecimal(typed, LIMITS)).toEqual({ problem });
  });

  it.each([
    ['en', '1,500', { whole: '1500', decimal: '1.5' }],
    ['en', '1.500', { whole: '1500', decimal: '1.5' }],
    ['sw', '1,500', { whole: '1500', decimal: '1.5' }],
    ['sw', '1.500', { whole: '1500', decimal: '1.5' }],
    ['fr', '1,500', { whole: '1500', decimal: '1,5' }],
    ['fr', '1.500', { whole: '1500', decimal: '1,5' }],
    ['pt', '1,500', { whole: '1500', decimal: '1,5' }],
    ['pt', '1.500', { whole: '1500', decimal: '1,5' }],
    ['es', '1,500', { whole: '1500', decimal: '1,5' }],
    ['es', '1.500', { whole: '1500', decimal: '1,5' }],
    ['pt', ' 12.345 ', { whole: '12345', decimal: '12,3450' }],
    ['fr', '100.000', { whole: '100000', decimal: '100' }],
    ['en', '128.400', { whole: '128400', decimal: '128.4' }],
    ['sw', '128.400', { whole: '128400', decimal: '128.4' }],
    ['en', '1.125', { whole: '1125', decimal: '1.1250' }],
  ] as const)('asks a reader of %s about %j', (locale, typed, readings) => {
    expect(twoReadings(typed, locale)).toEqual(readings);
    expect(readTypedDecimal(typed, { ...LIMITS, locale })).toEqual({ problem: 'ambiguous', readings });
  });

  it.each(['en', 'fr', 'pt', 'es', 'sw'])(
    'never asks about either of its own readings again, nor about a kept figure, in %s',
    (locale) => {
      const figure = fc.tuple(
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom('.', ','),
        fc.integer({ min: 0, max: 999 }),
      );
      fc.assert(
        fc.property(figure, ([head, mark, tail]) => {
          const typed = `${head}${mark}${tail.toString().padStart(3, '0')}`;
          const readings = twoReadings(typed, locale);
          const plain = typed.replace(',', '.');
          for (const clear of [...(readings ? [readings.whole, readings.decimal] : []), typeable(plain)])
            expect(readTypedDecimal(clear, { ...LIMITS, locale })).toHaveProperty('value');
          expect(readTypedDecimal(typeable(plain), { ...LIMITS, locale })).toEqual(readTypedDecimal(plain, LIMITS));
          if (readings) {
            expect(readTypedDecimal(readings.decimal, { ...LIMITS, locale })).toEqual(readTypedDecimal(plain, LIMITS));
            expect(readings.whole).toBe(typed.replace(mark, ''));
          }
        }),
      );
    },
  );

  it.each(['0,125', '0.125', '1500.125', '1 250,125', '1.5000', '1,50', '128,400.00', '1.234.567'])(
    'does not ask about %j',
    (typed) => {
      expect(twoReadings(typed, 'es')).toBeNull();
    },
  );

  it('takes a point as the decimal mark where no person typed, and asks about a comma all the same', () => {
    expect(readTypedDecimal('128.400', LIMITS)).toEqual({ value: '128.4' });
    expect(readTypedDecimal('128,400', LIMITS)).toMatchObject({ problem: 'ambiguous' });
  });

  it('never throws, and what it reads is a plain positive decimal within the limits', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const read = readTypedDecimal(typed, LIMITS);
        if ('value' in read) expect(read.value).toMatch(/^\d{1,10}(\.\d{1,6})?$/);
      }),
    );
  });
});

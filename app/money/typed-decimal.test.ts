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
    ['1.000.000', 'not-a-number'],
    ['1,000.5', 'not-a-number'],
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
    ['en', '1.500', null],
    ['sw', '1,500', { whole: '1500', decimal: '1.5' }],
    ['sw', '1.500', null],
    ['fr', '1,500', { whole: '1500', decimal: '1,5' }],
    ['fr', '1.500', { whole: '1500', decimal: '1,5' }],
    ['pt', '1,500', { whole: '1500', decimal: '1,5' }],
    ['pt', '1.500', { whole: '1500', decimal: '1,5' }],
    ['es', '1,500', { whole: '1500', decimal: '1,5' }],
    ['es', '1.500', { whole: '1500', decimal: '1,5' }],
    ['pt', ' 12.345 ', { whole: '12345', decimal: '12,3450' }],
    ['fr', '100.000', { whole: '100000', decimal: '100' }],
  ] as const)('asks a reader of %s about %j, or not', (locale, typed, readings) => {
    expect(twoReadings(typed, locale)).toEqual(readings);
    expect(readTypedDecimal(typed, { ...LIMITS, locale })).toEqual(
      readings ? { problem: 'ambiguous', readings } : { value: '1.5' },
    );
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
          for (const clear of [...(readings ? [readings.whole, readings.decimal] : []), typeable(plain, locale)])
            expect(readTypedDecimal(clear, { ...LIMITS, locale })).toHaveProperty('value');
          expect(readTypedDecimal(typeable(plain, locale), { ...LIMITS, locale })).toEqual(
            readTypedDecimal(plain, LIMITS),
          );
          if (readings) {
            expect(readTypedDecimal(readings.decimal, { ...LIMITS, locale })).toEqual(readTypedDecimal(plain, LIMITS));
            expect(readings.whole).toBe(typed.replace(mark, ''));
          }
        }),
      );
    },
  );

  it.each(['0,125', '0.125', '1500.125', '1 250,125', '1.5000', '1,50'])('does not ask about %j', (typed) => {
    expect(twoReadings(typed, 'es')).toBeNull();
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

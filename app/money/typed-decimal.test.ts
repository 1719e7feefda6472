import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTypedDecimal } from './typed-decimal';

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
    ['1,250', 'ambiguous'],
    ['-5', 'not-positive'],
    ['0', 'not-positive'],
    ['0.000', 'not-positive'],
    ['0.1234567', 'too-many-decimals'],
    ['1000000000.1', 'too-large'],
  ])('answers %j with %s', (typed, problem) => {
    expect(readTypedDecimal(typed, LIMITS)).toEqual({ problem });
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lotNumber } from './lot-columns';

describe('lotNumber', () => {
  it('is eight letters of the last forty bits', () => {
    expect(lotNumber('019719d2-7e40-7000-8000-000000000000')).toBe('L-0000-0000');
    expect(lotNumber('019719d2-7e40-7000-8000-ffffffffffff')).toBe('L-ZZZZ-ZZZZ');
  });

  it('differs where those bits differ', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (a, b) => {
        expect(lotNumber(a)).toMatch(/^L-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(lotNumber(a) === lotNumber(b)).toBe(a.slice(-10) === b.slice(-10));
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharesOf } from './shares';

describe('sharesOf', () => {
  it('fills the bar exactly', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 10n ** 15n }), { minLength: 1, maxLength: 9 }), (weights) => {
        const shares = sharesOf(weights);
        const whole = weights.some((weight) => weight > 0n) ? 10_000 : 0;
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(whole);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('draws a negative part as nothing', () => {
    expect(sharesOf([-5n, 5n, 5n])).toEqual([0, 5000, 5000]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, wholeWeights } from './allocate';

const totals = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const weightLists = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 40 })
  .filter((weights) => weights.some((weight) => weight > 0n));

describe('allocate', () => {
  it('gives the cent that is over to the largest remainder, the earlier one when they are equal', () => {
    expect(allocate(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(allocate(10n, [1n, 2n, 0n, 4n])).toEqual([1n, 3n, 0n, 6n]);
    expect(allocate(-100n, [1n, 1n, 1n])).toEqual([-34n, -33n, -33n]);
  });

  it('sums to the total, and no part is a whole unit from its share', () => {
    fc.assert(
      fc.property(totals, weightLists, (total, weights) => {
        const parts = allocate(total, weights);
        const sum = weights.reduce((a, b) => a + b, 0n);
        expect(parts.reduce((a, b) => a + b, 0n)).toBe(total);
        parts.forEach((part, index) => {
          const off = part * sum - total * (weights[index] ?? 0n);
          expect(off < sum && off > -sum).toBe(true);
        });
      }),
    );
  });

  it('gives nothing to a weight of zero and never less to a greater weight', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), weightLists, (total, weights) => {
        const parts = allocate(total, weights);
        weights.forEach((weight, i) => {
          if (weight === 0n) expect(parts[i]).toBe(0n);
          weights.forEach((other, j) => {
            if (weight > other) expect((parts[i] ?? 0n) >= (parts[j] ?? 0n)).toBe(true);
          });
        });
      }),
    );
  });

  it('refuses weights that are negative or all zero', () => {
    expect(() => allocate(1n, [0n])).toThrow(RangeError);
    expect(() => allocate(1n, [2n, -1n])).toThrow(RangeError);
  });
});

describe('wholeWeights', () => {
  it('keeps the proportion of decimal weights', () => {
    expect(wholeWeights(['37.5', '12', '0.25'])).toEqual([3750n, 1200n, 25n]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, shortened } from './decimal';
import { divideHalfEven, Exact } from './exact';

/** A plain quotient of whole numbers, with nothing clever about it. */
type Quotient = { above: bigint; below: bigint };

const digits = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const decimals = fc.tuple(digits, fc.integer({ min: 0, max: 12 })).map(([whole, places]) => ({
  text: new Decimal(whole.toString()).div(new Decimal(10).pow(places)).toFixed(),
  quotient: { above: whole, below: 10n ** BigInt(places) },
}));
const signs = fc.constantFrom('plus', 'minus', 'times', 'over');
const sums = fc.array(fc.tuple(signs, decimals), { maxLength: 8 });

function along({ above, below }: Quotient, sign: string, other: Quotient): Quotient {
  switch (sign) {
    case 'plus':
      return { above: above * other.below + other.above * below, below: below * other.below };
    case 'minus':
      return { above: above * other.below - other.above * below, below: below * other.below };
    case 'times':
      return { above: above * other.above, below: below * other.below };
    default:
      return { above: above * other.below, below: below * other.above };
  }
}

describe('an exact number', () => {
  it('is what a quotient of whole numbers is, through every sum', () => {
    fc.assert(
      fc.property(decimals, sums, (first, rest) => {
        let [exact, plain] = [Exact.of(first.text), first.quotient];
        for (const [sign, other] of rest) {
          if (sign === 'over' && other.quotient.above === 0n) continue;
          exact = exact[sign](Exact.of(other.text));
          plain = along(plain, sign, other.quotient);
        }
        const [above, below] = [Exact.of(plain.above.toString()), Exact.of(plain.below.toString())];
        expect(exact.times(below).equals(above)).toBe(true);
        expect(exact.isNegative()).toBe(plain.above * plain.below < 0n);
        const expected = new Decimal(plain.above.toString()).div(plain.below.toString());
        // Both are cut at eighty digits, each once or twice.
        const off = exact.toDecimal().minus(expected).abs();
        expect(off.lessThanOrEqualTo(expected.abs().times('1e-78'))).toBe(true);
      }),
    );
  });

  it('is written as decimals are, whatever made it', () => {
    fc.assert(
      fc.property(decimals, sums, fc.integer({ min: 1, max: 30 }), (first, rest, most) => {
        let exact = Exact.of(first.text);
        for (const [sign, other] of rest) {
          if (sign === 'over' && other.quotient.above === 0n) continue;
          exact = exact[sign](Exact.of(other.text));
        }
        const decimal = exact.toDecimal();
        expect(exact.toSignificant(most)).toBe(shortened(decimal, most));
        // A decimal has eighty digits. Of more than that there is nothing to compare with.
        if (decimal.e + most < 70) expect(exact.toPlaces(most)).toBe(decimal.toDecimalPlaces(most).toFixed());
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['0', '0', '0'],
    ['-0.00', '0', '0'],
    ['99999', '100000', '99999'],
    ['0.00099996', '0.001', '0'],
    ['12345000', '12340000', '12345000'],
    ['-1.2355', '-1.236', '-1.24'],
    ['1.2345', '1.234', '1.23'],
    ['1.005', '1.005', '1'],
  ])('writes %s as %s in four digits, as %s in two decimals', (text, digits, places) => {
    expect([Exact.of(text).toSignificant(4), Exact.of(text).toPlaces(2)]).toEqual([digits, places]);
  });

  it('compares as numbers do, whatever places and divisors they have', () => {
    const third = Exact.ONE.over(Exact.of('3'));
    expect(third.times(Exact.of('3')).equals(Exact.of('1.000'))).toBe(true);
    expect(third.isAbove(Exact.of('0.333333333333'))).toBe(true);
    expect(Exact.of('-2').isAbove(Exact.of('-2.0'))).toBe(false);
    expect(Exact.max(third, Exact.of('0.34')).toDecimal().toFixed()).toBe('0.34');
    expect(Exact.min(third, Exact.of('-0.34')).toDecimal().toFixed()).toBe('-0.34');
    expect(Exact.of('5').over(Exact.of('-2')).toDecimal().toFixed()).toBe('-2.5');
  });

  it.each([
    ['0.005', 2, 0n],
    ['0.015', 2, 2n],
    ['-0.025', 2, -2n],
    ['1701.5', 0, 1702n],
    ['1700.5', 0, 1700n],
    ['1200', 2, 120_000n],
    ['0.0000000000000000000000000000000001', 2, 0n],
  ])('rounds %s half-even to %i decimals', (text, exponent, minor) => {
    expect(Exact.of(text).toMinor(exponent)).toBe(minor);
  });

  it('lets no tie fall by what was cut from a factor that does not end', () => {
    const cut = Exact.of(Exact.ONE.over(Exact.of('7')).toFactor());
    expect(cut.equals(Exact.ONE.over(Exact.of('7')))).toBe(false);
    // 11,910.5 ÷ 7 = 1701.5: its seventh part is cut below the tie.
    expect(Exact.of('11910.5').times(cut).toMinor(0)).toBe(1702n);
    expect(Exact.of('11910.5').over(Exact.of('7')).toMinor(0)).toBe(1702n);
    expect(Exact.of('11910.499').over(Exact.of('7')).toMinor(0)).toBe(1701n);
  });

  it.each(['', ' 1', '1e5', '0x10', '1.', '.5', '1,5', '--1', 'NaN', 'Infinity', '١'])('is not made of %j', (text) => {
    expect(() => Exact.of(text)).toThrow(RangeError);
  });

  it('is not divided by zero', () => {
    expect(() => Exact.ONE.over(Exact.of('0.00'))).toThrow(RangeError);
    expect(() => divideHalfEven(1n, 0n)).toThrow(RangeError);
  });
});

describe('divideHalfEven', () => {
  it('is within half a unit of the exact quotient, and even at a tie', () => {
    const divisors = fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }).filter((d) => d !== 0n);
    fc.assert(
      fc.property(digits, divisors, (n, d) => {
        const off = n - divideHalfEven(n, d) * d;
        const [distance, size] = [off < 0n ? -off : off, d < 0n ? -d : d];
        expect(distance * 2n <= size).toBe(true);
        if (distance * 2n === size) expect(divideHalfEven(n, d) % 2n).toBe(0n);
      }),
    );
  });
});

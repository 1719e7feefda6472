import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Currency } from './currency';
import { CURRENCY_EXPONENTS } from './currency-exponents';
import { add, money, negate, parseAmount, portionBps, roundToMinor, subtract, toAmount } from './money';

const currencies = fc.constantFrom(...(Object.keys(CURRENCY_EXPONENTS) as Currency[]));
const minors = fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n });

describe('roundToMinor', () => {
  it.each([
    ['2.345', 'USD', 234n],
    ['2.355', 'USD', 236n],
    ['-2.345', 'USD', -234n],
    ['2.3450000000000000000000000000000000000000000001', 'USD', 235n],
    ['1.5', 'UGX', 2n],
    ['2.5', 'UGX', 2n],
    ['116223.01947', 'USD', 11622302n],
  ] as const)('%s %s is %s minor units', (amount, currency, minor) => {
    expect(roundToMinor(amount, currency)).toBe(minor);
  });

  it('refuses what is not a finite number', () => {
    expect(() => roundToMinor('Infinity', 'USD')).toThrow(RangeError);
    expect(() => roundToMinor('NaN', 'USD')).toThrow(RangeError);
  });
});

describe('amounts as text', () => {
  it('come back as they went', () => {
    fc.assert(
      fc.property(minors, currencies, (minor, currency) => {
        expect(parseAmount(toAmount(money(minor, currency)), currency)).toEqual(money(minor, currency));
      }),
    );
  });

  it.each(['', ' 1', '1 ', '1.', '.5', '1e3', 'NaN', '+1', '1,000', '١', '0x10', '1.234', '1000000000000000'])(
    'refuses %j as dollars',
    (text) => {
      expect(parseAmount(text, 'USD')).toBeNull();
    },
  );

  it('accepts trailing zeros beyond the minor unit but no digits', () => {
    expect(parseAmount('500.00', 'UGX')).toEqual(money(500n, 'UGX'));
    expect(parseAmount('500.50', 'UGX')).toBeNull();
  });
});

describe('arithmetic', () => {
  it('adds and takes away exactly', () => {
    fc.assert(
      fc.property(minors, minors, currencies, (a, b, currency) => {
        const [x, y] = [money(a, currency), money(b, currency)];
        expect(subtract(add(x, y), y)).toEqual(x);
        expect(add(x, negate(x)).minor).toBe(0n);
      }),
    );
  });

  it('never mixes currencies', () => {
    expect(() => add(money(1n, 'USD'), money(1n, 'MZN'))).toThrow('Cannot combine USD with MZN');
  });

  it('takes a fee in basis points half-even', () => {
    expect(portionBps(money(11802302n, 'USD'), 200).minor).toBe(236046n);
    expect(portionBps(money(25n, 'USD'), 1000).minor).toBe(2n);
    expect(portionBps(money(35n, 'USD'), 1000).minor).toBe(4n);
  });
});

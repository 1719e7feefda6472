import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, shortened } from './decimal';
import { Exact } from './exact';
import { conversionFactor, convertGrade, convertMass, gradeFraction, GRADE_UNITS, MASS_UNITS } from './units';

const amounts = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.integer({ min: 0, max: 9 }))
  .map(([digits, places]) => new Decimal(digits.toString()).div(new Decimal(10).pow(places)));

describe('mass', () => {
  it('converts by the definitions', () => {
    expect(convertMass('1', 'ozt', 'g').toFixed()).toBe('31.1034768');
    expect(convertMass('1', 'lb', 'kg').toFixed()).toBe('0.45359237');
    expect(convertMass('1', 'st', 'lb').toFixed()).toBe('2000');
    expect(convertMass('5', 'ct', 'g').toFixed()).toBe('1');
    expect(convertMass('1', 't', 'MTU').toFixed()).toBe('100');
  });

  it('comes back from any unit', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(...MASS_UNITS), fc.constantFrom(...MASS_UNITS), (amount, from, to) => {
        const back = convertMass(convertMass(amount, from, to), to, from);
        expect(shortened(back, 60)).toBe(shortened(amount, 60));
      }),
    );
  });

  it('does not turn pieces into kilograms', () => {
    expect(conversionFactor('piece', 'kg')).toBeNull();
    expect(conversionFactor('m2', 'm2')?.toFixed()).toBe('1');
    expect(conversionFactor('kg', 'g')?.toFixed()).toBe('1000');
  });
});

describe('grade', () => {
  it('is a part of one', () => {
    expect(gradeFraction('900', 'permil').toDecimal().toFixed()).toBe('0.9');
    expect(gradeFraction('60', '%').toDecimal().toFixed()).toBe('0.6');
    expect(gradeFraction('1', 'ozt/t').toDecimal().toFixed()).toBe('0.0000311034768');
    expect(shortened(gradeFraction('1', 'ozt/st').toDecimal(), 12)).toBe('0.0000342857142857');
  });

  it('comes back from any unit', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(...GRADE_UNITS), fc.constantFrom(...GRADE_UNITS), (amount, from, to) => {
        const back = convertGrade(convertGrade(amount.toFixed(), from, to), to, from);
        expect(back.equals(Exact.of(amount.toFixed()))).toBe(true);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { sandboxFeeMinor } from './sandbox-fee';
import { amountStep, isStripeCurrency, stripeAmountToDecimal, stripeDecimals } from './stripe-currency';
import { wireAmount } from './wire-amount';

describe('Stripe amounts', () => {
  it.each([
    [11_802_302n, 'usd', '118023.02'],
    [5n, 'usd', '0.05'],
    [-5n, 'eur', '-0.05'],
    [5_000n, 'rwf', '5000'],
    [500n, 'ugx', '5.00'],
    [1_230n, 'kwd', '1.230'],
  ])('%s %s is %s', (amount, currency, decimal) => {
    expect(stripeAmountToDecimal(amount, currency)).toBe(decimal);
  });

  it('has no decimals for rwf, bif, xof, xaf, but hundredths of whole shillings for ugx', () => {
    expect(['rwf', 'bif', 'xof', 'xaf', 'ugx', 'tzs', 'mzn'].map(stripeDecimals)).toEqual([0, 0, 0, 0, 2, 2, 2]);
    expect(['ugx', 'isk', 'usd', 'kwd'].map(amountStep)).toEqual([100n, 100n, 1n, 10n]);
    expect(isStripeCurrency('usd')).toBe(true);
    expect(isStripeCurrency('zzz')).toBe(false);
  });

  it('takes 2.9% rounded half up and 30 minor units', () => {
    expect(sandboxFeeMinor(10_000n, 'card')).toBe(320n);
    expect(sandboxFeeMinor(11_802_302n, 'card')).toBe(342_297n);
    expect(sandboxFeeMinor(50n, 'card')).toBe(31n);
  });

  it('refuses an amount that JSON cannot hold exactly', () => {
    expect(wireAmount(99_999_999n)).toBe(99_999_999);
    expect(() => wireAmount(2n ** 60n)).toThrow(RangeError);
  });
});

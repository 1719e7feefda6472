import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Currency } from '#app/money/currency';
import { CURRENCY_EXPONENTS } from '#app/money/currency-exponents';
import { money } from '#app/money/money';
import { fromStripeAmount, toStripeAmount } from './stripe-amount';

describe('amounts on the way to Stripe', () => {
  it.each<[string, bigint, Currency, bigint]>([
    ['cents', 11_802_302n, 'USD', 11_802_302n],
    ['whole francs', 5_000n, 'RWF', 5_000n],
    ['shillings in hundredths', 5_000n, 'UGX', 500_000n],
    ['ariary without hundredths', 500_000n, 'MGA', 5_000n],
  ])('%s', (_, minor, currency, amount) => {
    expect(toStripeAmount(money(minor, currency))).toEqual({ ok: true, value: amount });
  });

  it('refuses what Stripe cannot take', () => {
    expect(toStripeAmount(money(100_000_000n, 'USD'))).toMatchObject({ code: 'amount-too-large' });
    expect(toStripeAmount(money(1_000_000n, 'UGX'))).toMatchObject({ code: 'amount-too-large' });
    expect(toStripeAmount(money(150n, 'MGA'))).toMatchObject({ code: 'amount-not-whole' });
    for (const currency of ['ZWG', 'KWD', 'ISK', 'SEK'] as const)
      expect(toStripeAmount(money(100n, currency))).toMatchObject({ code: 'currency-not-chargeable' });
  });

  it('come back as they went, in every currency', () => {
    const currencies = fc.constantFrom(...(Object.keys(CURRENCY_EXPONENTS) as Currency[]));
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 9n }), currencies, (minor, currency) => {
        const amount = toStripeAmount(money(minor, currency));
        if (amount.ok) expect(fromStripeAmount(Number(amount.value), currency)).toBe(minor);
      }),
    );
  });

  it('never takes a part of a shilling for a shilling', () => {
    expect(() => fromStripeAmount(150, 'UGX')).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OFFERED_CURRENCIES, type Currency } from '#app/money/currency';
import { money } from '#app/money/money';
import { inStripeUnits } from '../checkout/stripe-amount';
import { sandboxFeeMinor } from '#app/stripe-sandbox/rules/sandbox-fee';
import { maxAmount, minAmount } from '#app/stripe-sandbox/rules/stripe-currency';
import { DEFAULT_PAYMENT_TERMS } from '../terms/payment-terms';
import { chargeLimits } from './charge-limits';
import { firstOffer, methodOffers, whyNoMethod } from './method-offers';
import { paymentCostMinor } from './payment-cost';

const costBps = { card: 290, transfer: 50 };
const offersOf = (minor: bigint, currency: Currency, { limitRate = '1', bearer = 'buyer' as const } = {}) =>
  methodOffers({
    price: money(minor, currency),
    feeMinor: minor / 50n,
    terms: { ...DEFAULT_PAYMENT_TERMS, costBearer: bearer },
    limitRate,
    costBps,
  });
const codes = (minor: bigint, currency: Currency, limitRate?: string) =>
  Object.fromEntries(
    offersOf(minor, currency, limitRate ? { limitRate } : {}).map(({ method, refusal }) => [
      method,
      refusal?.code ?? null,
    ]),
  );

describe('what one charge may be', () => {
  it.each<[Currency, bigint]>([
    ['USD', 99_999_999n],
    ['TZS', 99_999_999n],
    ['CDF', 99_999_999n],
    ['UGX', 999_999n],
    ['MGA', 9_999_999_900n],
    ['RWF', 99_999_999n],
    ['IDR', 999_999_999_999n],
  ])('%s', (currency, maxMinor) => {
    expect(chargeLimits(currency)).toMatchObject({ maxMinor });
  });

  it('is the sandbox’s largest charge, and no less than its smallest, in every currency that can be charged', () => {
    for (const currency of OFFERED_CURRENCIES) {
      const limits = chargeLimits(currency);
      if (!limits) continue;
      const code = currency.toLowerCase();
      expect([currency, inStripeUnits(money(limits.minMinor, currency)) >= minAmount(code)]).toEqual([currency, true]);
      // The largest in whole units of ours.
      const largest = inStripeUnits(money(limits.maxMinor, currency));
      expect([currency, largest <= maxAmount(code) && largest > maxAmount(code) - 100n]).toEqual([currency, true]);
    }
    for (const currency of ['GHS', 'MRU', 'SDG', 'SSP', 'ZWG'] as const) expect(chargeLimits(currency)).toBeNull();
  });
});

describe('the ways to pay a price', () => {
  it('are both up to the card’s limit, and a transfer above it', () => {
    expect(codes(500_000n, 'USD')).toEqual({ card: null, transfer: null });
    expect(codes(500_001n, 'USD')).toEqual({ card: 'card-limit', transfer: null });
    expect(firstOffer(offersOf(500_001n, 'USD'))?.method).toBe('transfer');
  });

  it('are only a card where the partner has no account for transfers', () => {
    expect(codes(1_000_000n, 'MZN', '0.0156')).toEqual({ card: null, transfer: 'transfer-currency' });
    const above = offersOf(40_000_000n, 'MZN', { limitRate: '0.0156' });
    expect(whyNoMethod(above)).toMatchObject({ code: 'card-limit', messageKey: 'payments:refusal.cardLimitOnly' });
  });

  it.each<[bigint, Currency, string, string]>([
    [8_031_114n, 'UGX', '0.00027', 'amount-too-large'],
    [128_000_000n, 'USD', '1', 'amount-too-large'],
    [100_000_000n, 'TZS', '0.0004', 'amount-too-large'],
    [300_000_000n, 'CDF', '0.0003', 'amount-too-large'],
    [20n, 'USD', '1', 'amount-too-small'],
    [50_000n, 'GHS', '0.09', 'currency-not-chargeable'],
    [150n, 'MGA', '0.0002', 'amount-not-whole'],
  ])('are none for %s of %s', (minor, currency, limitRate, code) => {
    expect(whyNoMethod(offersOf(minor, currency, { limitRate }))).toMatchObject({ code });
  });

  it('are there for two million rupiah, which are few dollars', () => {
    expect(codes(200_000_000n, 'IDR', '0.00006')).toMatchObject({ card: null });
  });

  it('leave out what costs more than the platform keeps, where the platform bears it', () => {
    const offers = offersOf(400_000n, 'USD', { bearer: 'platform' as 'buyer' });
    expect(offers.map(({ method, refusal, totalMinor }) => [method, refusal?.code ?? null, totalMinor])).toEqual([
      ['card', 'cost-above-fee', 400_000n],
      ['transfer', null, 400_000n],
    ]);
  });
});

describe('the cost of a payment', () => {
  it('is what the partner takes of price and cost together', () => {
    const cost = paymentCostMinor({
      priceMinor: 1_362_084n,
      currency: 'USD',
      method: 'card',
      bearer: 'buyer',
      costBps,
    });
    expect(cost).toBe(40_712n);
    expect(sandboxFeeMinor(1_362_084n + cost, 'card')).toBe(40_711n);
  });

  it('is never below the sandbox’s fee, in any currency', () => {
    const currencies = fc.constantFrom(...OFFERED_CURRENCIES.filter((currency) => chargeLimits(currency)));
    const methods = fc.constantFrom('card' as const, 'transfer' as const);
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 7n }), currencies, methods, (raw, currency, method) => {
        const priceMinor = raw * (chargeLimits(currency)?.stepMinor ?? 1n);
        const costMinor = paymentCostMinor({ priceMinor, currency, method, bearer: 'buyer', costBps });
        const total = inStripeUnits(money(priceMinor + costMinor, currency));
        const cost = inStripeUnits(money(costMinor, currency));
        expect(sandboxFeeMinor(total, method === 'card' ? 'card' : 'bank') <= cost).toBe(true);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { baselineValue } from './baseline-value';
import { chargesFor, type ChargeRuleTerms } from '#app/ledger/charges/charge-terms';
import { fineGrams } from './fine-grams';
import { readQuantity } from './order-quantity';

describe('readQuantity', () => {
  const bricks = { quantity: '12000', availableQuantity: '8000', divisible: true };
  const bar = { quantity: '1000', availableQuantity: '1000', divisible: false };

  it('takes what is typed, and all that is left where nothing is', () => {
    expect(readQuantity(' 500.50 ', bricks)).toEqual({ ok: true, value: '500.5' });
    expect(readQuantity('500,5', bricks, 'fr')).toEqual({ ok: true, value: '500.5' });
    expect(readQuantity('', bricks)).toEqual({ ok: true, value: '8000' });
    expect(readQuantity('', bar)).toEqual({ ok: true, value: '1000' });
  });

  it.each(['0', '0.000', '-1'])('says of %j that it must be above zero', (typed) => {
    expect(readQuantity(typed, bricks)).toMatchObject({ ok: false, code: 'quantity-not-positive', path: 'quantity' });
  });

  it.each(['NaN', '1e3', '1,000', 'Infinity', '1.1234567', '١', '99999999999999'])('refuses %j', (typed) => {
    expect(readQuantity(typed, bricks)).toMatchObject({ ok: false, code: 'quantity-unreadable', path: 'quantity' });
  });

  it('asks where a figure could be two', () => {
    const params = { whole: '1500', decimal: '1,5' };
    expect(readQuantity('1.500', bricks, 'pt')).toMatchObject({ messageKey: 'platform:figure.ambiguous', params });
    expect(readQuantity('1.500', bricks, 'en')).toMatchObject({ messageKey: 'platform:figure.ambiguous' });
    // All that is left was not typed, and is not asked about.
    const rest = { quantity: '5.25', availableQuantity: '1.125', divisible: true };
    for (const locale of ['en', 'fr', 'sw'])
      expect(readQuantity('', rest, locale)).toEqual({ ok: true, value: '1.125' });
  });

  it('refuses more than there ever was, and a part of a whole lot', () => {
    expect(readQuantity('12001', bricks)).toMatchObject({ code: 'quantity-too-large' });
    expect(readQuantity('999', bar)).toMatchObject({ code: 'lot-not-divisible' });
  });
});

describe('chargesFor', () => {
  const royalty: ChargeRuleTerms = { kind: 'royalty', payee: 'Ministry', basis: '3%', rateBps: 300, currency: 'MZN' };
  const assayUsd: ChargeRuleTerms = {
    kind: 'assay',
    payee: 'Lab',
    basis: 'per lot',
    fixedMinor: 25_000n,
    currency: 'USD',
  };
  const assayMzn: ChargeRuleTerms = {
    kind: 'assay',
    payee: 'Lab',
    basis: 'per lot',
    fixedMinor: 1_600_000n,
    currency: 'MZN',
  };

  it('prefers the rule in the price’s currency and lets a share hold in any', () => {
    const charges = chargesFor([royalty, assayUsd, assayMzn], 'MZN');
    expect(charges).toMatchObject({
      ok: true,
      value: [{ kind: 'royalty' }, { kind: 'assay', fixedMinor: 1_600_000n }],
    });
    expect(chargesFor([royalty, assayUsd, assayMzn], 'USD')).toMatchObject({
      ok: true,
      value: [{}, { fixedMinor: 25_000n }],
    });
  });

  it('refuses a sum in another currency', () => {
    expect(chargesFor([royalty, assayUsd], 'MZN')).toMatchObject({
      ok: false,
      code: 'charge-currency',
      params: { payee: 'Lab' },
    });
  });
});

describe('baselineValue', () => {
  const sale = { quantity: '2', unit: 'kg', currency: 'USD', referenceMinor: 100_000n };
  const none = { referenceBps: null, perUnit: null, currency: null, unit: null };

  it('is a share of the reference or money per unit', () => {
    expect(baselineValue({ ...none, referenceBps: 7500 }, sale)).toBe(75_000n);
    expect(baselineValue({ ...none, perUnit: '1.50', currency: 'USD', unit: 'g' }, sale)).toBe(300_000n);
  });

  it('is unknown rather than guessed', () => {
    expect(baselineValue(null, sale)).toBeNull();
    expect(baselineValue({ ...none, referenceBps: 7500 }, { ...sale, referenceMinor: null })).toBeNull();
    expect(baselineValue({ ...none, perUnit: '1', currency: 'MZN', unit: 'kg' }, sale)).toBeNull();
    expect(baselineValue({ ...none, perUnit: '1', currency: 'USD', unit: 'piece' }, sale)).toBeNull();
  });
});

describe('fineGrams', () => {
  it('is dry mass times grade', () => {
    expect(fineGrams({ quantity: '1000', unit: 'g', grades: [{ value: '900', unit: 'permil' }] })).toBe('900.000000');
    expect(fineGrams({ quantity: '10', unit: 't', grades: [{ value: '60', unit: '%' }], moisturePct: '2.5' })).toBe(
      '5850000.000000',
    );
  });

  it('is unknown without a mass or a grade', () => {
    expect(fineGrams({ quantity: '12000', unit: 'piece', grades: [] })).toBeNull();
    expect(fineGrams({ quantity: '1', unit: 'kg', grades: [] })).toBeNull();
  });
});

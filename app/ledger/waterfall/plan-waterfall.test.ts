import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '#app/money/money';
import { CHARGE_KINDS } from '../chart-of-accounts';
import { planWaterfall, type ChargeTerms } from './plan-waterfall';

const royalty: ChargeTerms = {
  kind: 'royalty',
  payee: 'Mining Commission',
  basis: '3% of the price, Mining Act',
  rateBps: 300,
};
const assay: ChargeTerms = { kind: 'assay', payee: 'Geita Assay Office', basis: 'per lot', fixedMinor: 25_000n };

describe('planWaterfall', () => {
  it('shows who gets what of a doré bar', () => {
    const plan = planWaterfall({ price: money(11_802_302n, 'USD'), charges: [royalty, assay], feeBps: 200 });
    expect(plan).toMatchObject({
      ok: true,
      value: {
        netMinor: 11_187_187n,
        feeMinor: 236_046n,
        parts: [
          { part: 'net', amountMinor: 11_187_187n },
          { part: 'royalty', payee: 'Mining Commission', amountMinor: 354_069n },
          { part: 'assay', payee: 'Geita Assay Office', amountMinor: 25_000n },
          { part: 'fee', amountMinor: 236_046n, rateBps: 200 },
        ],
      },
    });
  });

  it('stops a charge at its cap', () => {
    const plan = planWaterfall({
      price: money(1_000_000n, 'MZN'),
      charges: [{ ...royalty, capMinor: 20_000n }],
      feeBps: 0,
    });
    expect(plan).toMatchObject({ ok: true, value: { netMinor: 980_000n } });
  });

  it.each<[string, ChargeTerms]>([
    ['unnamed-charge', { ...royalty, payee: '  ' }],
    ['unnamed-charge', { ...royalty, basis: '' }],
    ['unnamed-charge', { ...royalty, kind: 'handling' }],
    ['charge-terms', { ...royalty, rateBps: null }],
    ['charge-terms', { ...royalty, rateBps: -1 }],
    ['charge-terms', { ...assay, fixedMinor: -1n }],
    ['charge-terms', { ...assay, capMinor: -1n }],
    ['charges-exceed-price', { ...assay, fixedMinor: 10_000n }],
  ])('refuses %s', (code, charge) => {
    expect(planWaterfall({ price: money(10_000n, 'USD'), charges: [charge], feeBps: 200 })).toMatchObject({
      ok: false,
      code,
    });
  });

  it('refuses a price of nothing and a fee that leaves nothing', () => {
    expect(planWaterfall({ price: money(0n, 'USD'), charges: [], feeBps: 0 })).toMatchObject({
      code: 'price-not-positive',
    });
    expect(planWaterfall({ price: money(10n, 'USD'), charges: [], feeBps: 10_000 })).toMatchObject({
      code: 'charges-exceed-price',
    });
  });

  it('sums to the price to the cent, whatever the charges', () => {
    const charge = fc.record({
      kind: fc.constantFrom(...CHARGE_KINDS),
      payee: fc.constant('P'),
      basis: fc.constant('b'),
      rateBps: fc.option(fc.integer({ min: 0, max: 3000 })),
      fixedMinor: fc.bigInt({ min: 0n, max: 10n ** 6n }),
      capMinor: fc.option(fc.bigInt({ min: 0n, max: 10n ** 7n })),
    });
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.array(charge, { maxLength: 6 }),
        fc.integer({ min: 0, max: 2000 }),
        (minor, charges, feeBps) => {
          const plan = planWaterfall({ price: money(minor, 'USD'), charges, feeBps });
          if (!plan.ok) {
            expect(plan.code).toBe('charges-exceed-price');
            return;
          }
          expect(plan.value.parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(minor);
          expect(plan.value.parts.every(({ amountMinor }) => amountMinor > 0n)).toBe(true);
          for (const { capMinor, amountMinor } of plan.value.charges) {
            if (capMinor !== null) expect(amountMinor <= capMinor).toBe(true);
          }
        },
      ),
    );
  });
});

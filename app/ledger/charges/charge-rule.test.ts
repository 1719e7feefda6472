import { describe, expect, it } from 'vitest';
import { readChargeRule, type ChargeRuleInput } from './charge-rule';

const ROYALTY: ChargeRuleInput = {
  kind: 'royalty',
  payee: 'Mining Authority',
  basis: 'Mining Act, 6% of the price',
  percent: '6',
  fixed: '',
  cap: '',
  currency: 'USD',
  source: 'Mining Act 2010, section 87',
};

describe('readChargeRule', () => {
  it('reads a share, a sum and a cap to basis points and minor units', () => {
    expect(readChargeRule({ ...ROYALTY, percent: '1,25', fixed: '40.50', cap: '1 000' })).toEqual({
      ok: true,
      value: expect.objectContaining({ rateBps: 125, fixedMinor: 4050n, capMinor: 100_000n, currency: 'USD' }),
    });
    expect(readChargeRule({ ...ROYALTY, percent: '', fixed: '3500', currency: 'UGX' })).toEqual({
      ok: true,
      value: expect.objectContaining({ rateBps: null, fixedMinor: 3500n, capMinor: null }),
    });
  });

  it.each([
    ['kind', { kind: 'bribe' }],
    ['payee', { payee: ' x ' }],
    ['basis', { basis: '' }],
    ['source', { source: 'a'.repeat(301) }],
    ['currency', { currency: 'XXX' }],
    ['percent', { percent: '51' }],
    ['percent', { percent: '-1' }],
    ['percent', { percent: '1.234' }],
    ['percent', { percent: '', fixed: '', cap: '5' }],
    ['fixed', { fixed: '1e3' }],
    ['fixed', { fixed: 'NaN' }],
    ['fixed', { fixed: '0.5', currency: 'UGX' }],
    ['cap', { cap: '0' }],
  ] as const)('names the field %s of %o', (path, change) => {
    expect(readChargeRule({ ...ROYALTY, ...change })).toMatchObject({ ok: false, path });
  });
});

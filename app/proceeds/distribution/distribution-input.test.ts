import { describe, expect, it } from 'vitest';
import { distributionFields, readDistribution, weightField } from './distribution-input';

describe('readDistribution', () => {
  const typed = { rule: 'equal', costs: '100,50', community: '', weights: {} };

  it('reads amounts in the currency of the money, an empty one as nothing', () => {
    expect(readDistribution(typed, 'MZN')).toEqual({
      ok: true,
      value: { rule: 'equal', costsMinor: 10_050n, communityMinor: 0n, weights: {} },
    });
    expect(readDistribution({ ...typed, costs: '100' }, 'UGX')).toMatchObject({ value: { costsMinor: 100n } });
  });

  it.each([
    ['rule', { rule: 'all' }],
    ['costs', { costs: '-1' }],
    ['costs', { costs: '1.005' }],
    ['community', { community: 'NaN' }],
    ['weight-a', { rule: 'custom', weights: { a: '1e9' } }],
  ])('refuses at %s', (path, change) => {
    expect(readDistribution({ ...typed, ...change }, 'USD')).toMatchObject({ ok: false, path });
  });

  it('asks about an amount and a weight that could be two numbers', () => {
    const params = { whole: '1500', decimal: '1,5' };
    const [locale, weights] = ['fr', { a: '1.500' }];
    expect(readDistribution({ ...typed, costs: '1.500', locale }, 'USD')).toMatchObject({ path: 'costs', params });
    expect(readDistribution({ ...typed, rule: 'custom', weights, locale }, 'USD')).toMatchObject({
      path: 'weight-a',
      params,
    });
  });

  it('keeps the weights above nothing, for the custom rule only', () => {
    const weights = { a: '2', b: '0', c: '' };
    expect(readDistribution({ ...typed, rule: 'custom', weights }, 'USD')).toMatchObject({
      value: { weights: { a: '2' } },
    });
    expect(readDistribution({ ...typed, weights }, 'USD')).toMatchObject({ value: { weights: {} } });
  });

  it('takes weights from the fields of a form', () => {
    expect(distributionFields({ rule: 'custom', costs: '1', [weightField('m1')]: '3', other: 'x' }, 'fr')).toEqual({
      locale: 'fr',
      rule: 'custom',
      costs: '1',
      community: '',
      weights: { m1: '3' },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { localPrice } from './local-price';

describe('localPrice', () => {
  const gold = { value: '4587.21', currency: 'USD', per: 'ozt' };

  it('counts by the gram or kilogram, in local money where a rate is known', () => {
    // 4587.21 ÷ 31.1034768 = 147.4822…; × 2610 = 384,928.6…
    expect(localPrice(gold, null)).toEqual({ value: '147.48', currency: 'USD', per: 'g' });
    expect(localPrice(gold, { currency: 'TZS', rate: '2610' })).toEqual({ value: '384929', currency: 'TZS', per: 'g' });
    expect(localPrice({ value: '33123', currency: 'USD', per: 't' }, null)).toMatchObject({
      value: '33.12',
      per: 'kg',
    });
  });

  it('leaves a unit alone that nobody weighs in', () => {
    expect(localPrice({ value: '98.5', currency: 'USD', per: 'dmtu' }, null)).toEqual({
      value: '98.50',
      currency: 'USD',
      per: 'dmtu',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { askPerUnit } from './ask-per-unit';

describe('askPerUnit', () => {
  it('counts precious metals by the fine gram, whatever the unit', () => {
    const gold = { mineral: 'gold', form: 'dore', quantity: '1000', unit: 'g', askMinor: 11802302n, currency: 'USD' };
    const grades = [{ element: 'Au', value: '900', unit: 'permil' as const }];
    expect(askPerUnit({ ...gold, grades })).toEqual({ price: '131.136689', unit: 'g', element: 'Au' });
    expect(askPerUnit({ ...gold, grades, quantity: '1', unit: 'kg' }).price).toBe('131.136689');
  });

  it('counts concentrates by the tonne and bricks by the piece', () => {
    const tin = {
      mineral: 'tin',
      form: 'concentrate',
      quantity: '10000',
      unit: 'kg',
      askMinor: 12000000n,
      currency: 'USD',
    };
    expect(askPerUnit({ ...tin, grades: [{ element: 'Sn', value: '60', unit: '%' }] })).toEqual({
      price: '12000',
      unit: 't',
      element: null,
    });
    const bricks = {
      mineral: 'clay',
      form: 'bricks',
      quantity: '5000',
      unit: 'piece',
      askMinor: 3750000n,
      currency: 'MZN',
      grades: [],
    };
    expect(askPerUnit(bricks)).toEqual({ price: '7.5', unit: 'piece', element: null });
  });

  it('stays with the unit of the lot where it does not convert', () => {
    const tiles = {
      mineral: 'clay',
      form: 'tiles',
      quantity: '50',
      unit: 'm2',
      askMinor: 50000n,
      currency: 'MZN',
      grades: [],
    };
    expect(askPerUnit(tiles)).toEqual({ price: '10', unit: 'm2', element: null });
    expect(askPerUnit({ ...tiles, currency: 'UGX' }).price).toBe('1000');
  });
});

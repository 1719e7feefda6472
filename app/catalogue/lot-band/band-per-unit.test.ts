import { describe, expect, it } from 'vitest';
import { bandPerUnit } from './band-per-unit';

const points = { floorMinor: 11_622_302n, fairMinor: 11_802_302n, ceilingMinor: 12_162_302n };

describe('the band of one unit', () => {
  it('of metal is of a fine gram', () => {
    const grades = [{ element: 'Au', value: '900', unit: 'permil' as const }];
    const gold = { mineral: 'gold', form: 'dore', quantity: '1000', unit: 'g', grades, currency: 'USD' };
    expect(bandPerUnit(gold, points)).toEqual({
      floor: '129.136689',
      fair: '131.136689',
      ceiling: '135.136689',
      unit: 'g',
      element: 'Au',
    });
  });

  it('of concentrate is of a tonne as it is shipped, of bricks of one piece', () => {
    const tin = { mineral: 'tin', form: 'concentrate', quantity: '5000', unit: 'kg', grades: [], currency: 'USD' };
    expect(bandPerUnit(tin, points)).toMatchObject({ floor: '23244.604', unit: 't', element: null });
    const bricks = { mineral: 'clay', form: 'bricks', quantity: '5000', unit: 'piece', grades: [], currency: 'MZN' };
    expect(bandPerUnit(bricks, points)).toMatchObject({ fair: '23.604604', unit: 'piece', element: null });
  });
});

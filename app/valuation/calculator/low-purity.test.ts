import { describe, expect, it } from 'vitest';
import { readPurity } from '../vocabulary/low-purity';

const purity = (mineral: string, form: string, value: string, unit = '%') =>
  readPurity({ mineral, form, grades: [{ element: 'Au', value, unit }] });

describe('readPurity', () => {
  it.each([
    ['gold', 'dore', '22', 'permil', '2.2', '30'],
    ['gold', 'jewellery', '299.999', 'permil', '29.9999', '30'],
    ['gold', 'refined', '300', 'permil', '30', null],
    ['silver', 'dore', '9', '%', '9', '30'],
    ['platinum', 'refined', '0.95', '%', '0.95', '30'],
    ['tin', 'concentrate', '6.5', '%', '6.5', '20'],
    ['tin', 'concentrate', '20', '%', '20', null],
    ['copper', 'concentrate', '24', 'permil', '2.4', '5'],
    ['copper', 'concentrate', '5', '%', '5', null],
    ['tungsten', 'concentrate', '0.5', '%', '0.5', null],
  ])('tells back %s %s of %s %s as %s percent', (mineral, form, value, unit, percent, below) => {
    expect(purity(mineral, form, value, unit)).toMatchObject({ value, unit, percent, below });
  });

  it('says nothing of goods without a grade', () => {
    expect(readPurity({ mineral: 'clay', form: 'bricks', grades: [] })).toBeNull();
  });
});

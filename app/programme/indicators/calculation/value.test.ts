import { describe, expect, it } from 'vitest';
import { INDICATOR_KEYS } from '../indicators';
import { NO_MEMBERS_MONEY, womensShare, type MembersMoney } from '../people';
import { NO_SUMS, totalOf, type Sums } from './sums';
import { changeOf, indicatorValue, medianDays } from './value';

const may: Sums = {
  orders: 3,
  unrated: 1,
  price: '1000',
  net: '900',
  reference: { orders: 1, price: '600', value: '625' },
  baseline: { orders: 1, price: '600', net: '540', value: '450' },
  band: { orders: 2, price: '1000', underOrders: 1, underPrice: '400' },
  hours: [24, 48, 144],
};
const june: Sums = { ...NO_SUMS, orders: 1, price: '500', net: '400', hours: [72] };
const money = (female: [number, string], male: [number, string], unknown: [number, string]): MembersMoney => {
  const group = ([people, amount]: [number, string]) => ({ people, amount });
  return { female: group(female), male: group(male), unknown: group(unknown) };
};

describe('indicatorValue', () => {
  const total = totalOf([may, june]);

  it('makes ratios from sums and says what they cover', () => {
    expect(indicatorValue('retained-share', may, NO_MEMBERS_MONEY)).toEqual({ value: '90', covered: 2, orders: 3 });
    expect(indicatorValue('retained-share', total, NO_MEMBERS_MONEY).value).toMatch(/^86\.6{70}/);
    expect(indicatorValue('realisation', total, NO_MEMBERS_MONEY)).toEqual({ value: '96', covered: 1, orders: 4 });
    expect(indicatorValue('uplift', total, NO_MEMBERS_MONEY)).toEqual({ value: '20', covered: 1, orders: 4 });
    expect(indicatorValue('under-floor', total, NO_MEMBERS_MONEY)).toEqual({ value: '40', covered: 2, orders: 4 });
    expect(indicatorValue('days-to-money', total, NO_MEMBERS_MONEY)).toEqual({ value: '2.5', covered: 4, orders: 4 });
  });

  it('has no value where there is nothing to measure', () => {
    for (const key of INDICATOR_KEYS) expect(indicatorValue(key, NO_SUMS, NO_MEMBERS_MONEY).value).toBeNull();
    const some = indicatorValue('uplift', may, NO_MEMBERS_MONEY);
    expect(changeOf(some, indicatorValue('uplift', NO_SUMS, NO_MEMBERS_MONEY))).toBeNull();
    expect(changeOf(some, { ...some, value: '15.5' })).toBe('4.5');
  });
});

describe('medianDays', () => {
  it('takes the middle, or the mean of the two in the middle', () => {
    expect(medianDays([240, 24, 48])).toBe('2');
    expect(medianDays([24, 48])).toBe('1.5');
    expect(medianDays([])).toBeNull();
  });
});

describe('womensShare', () => {
  it('divides by the money whose receiver is recorded, with the coverage beside it', () => {
    expect(womensShare(money([6, '60'], [5, '30'], [5, '10']))).toEqual({
      state: 'known',
      people: 16,
      sharePct: '66.666666666666666666666666666666666666666666666666666666666666666666666666666667',
      coveragePct: '90',
    });
  });

  it('withholds groups of one to four people, and the coverage of a small unrecorded group', () => {
    expect(womensShare(money([4, '60'], [20, '30'], [0, '0']))).toEqual({ state: 'withheld', people: 24 });
    expect(womensShare(money([20, '60'], [1, '30'], [0, '0']))).toEqual({ state: 'withheld', people: 21 });
    expect(womensShare(money([0, '0'], [0, '0'], [3, '5']))).toEqual({ state: 'withheld', people: 3 });
    expect(womensShare(money([5, '75'], [5, '25'], [2, '5']))).toMatchObject({ sharePct: '75', coveragePct: null });
    expect(womensShare(money([8, '75'], [0, '0'], [0, '0']))).toMatchObject({ sharePct: '100', coveragePct: '100' });
  });

  it('says nothing where no money went to members', () => {
    expect(womensShare(NO_MEMBERS_MONEY)).toEqual({ state: 'none' });
    expect(womensShare(money([0, '0'], [0, '0'], [9, '5']))).toEqual({ state: 'none' });
  });
});

import type { Sex } from '#app/proceeds/members/sex';
import { isShowable, SMALLEST_GROUP } from '#app/identity/small-groups';
import { Decimal, plain } from '#app/money/decimal';

/** Members' money by recorded sex, in US dollars, with how many different people share it. */
export type MembersMoney = Record<Sex, { people: number; amount: string }>;

export const NO_MEMBERS_MONEY: MembersMoney = {
  female: { people: 0, amount: '0' },
  male: { people: 0, amount: '0' },
  unknown: { people: 0, amount: '0' },
};

export type WomensShare =
  | { state: 'none' }
  /** A group of one to four people is among them. */
  | { state: 'withheld'; people: number }
  /** `coverage` is null where the group without a recorded sex is too small to show. */
  | { state: 'known'; people: number; sharePct: string; coveragePct: string | null };

/**
 * Women's share of members' money = to women ÷ (to women + to men), with the share of money whose receiver's sex is recorded beside it. Nothing is shown
 * when the women or the men are one to four people: with a known total the few could be worked out.
 */
export function womensShare({ female, male, unknown }: MembersMoney): WomensShare {
  const people = female.people + male.people + unknown.people;
  const recorded = new Decimal(female.amount).plus(male.amount);
  const all = recorded.plus(unknown.amount);
  if (all.isZero()) return { state: 'none' };
  if (people < SMALLEST_GROUP || !isShowable(female.people) || !isShowable(male.people))
    return { state: 'withheld', people };
  if (recorded.isZero()) return { state: 'none' };
  return {
    state: 'known',
    people,
    sharePct: plain(new Decimal(female.amount).times(100).div(recorded)),
    coveragePct: isShowable(unknown.people) ? plain(recorded.times(100).div(all)) : null,
  };
}

import { allocate, wholeWeights } from '#app/money/allocate';
import { Decimal } from '#app/money/decimal';
import { ok, refuse, type Result } from '#app/platform/result';

export const SHARE_RULES = ['equal', 'hours', 'contribution', 'custom'] as const;
export type ShareRule = (typeof SHARE_RULES)[number];

export function isShareRule(text: string): text is ShareRule {
  return (SHARE_RULES as readonly string[]).includes(text);
}

/** A member of the roll with what the rules weigh. Decimal text. */
export type SharingMember = { id: string; hours: string; contribution: string };

export type SheetInput = {
  /** What reached the cooperative for the order, in minor units. */
  netMinor: bigint;
  costsMinor: bigint;
  communityMinor: bigint;
  rule: ShareRule;
  members: readonly SharingMember[];
  /** Rule `custom`: weight by member id. A member without one gets nothing. */
  weights?: Readonly<Record<string, string>>;
};

export type Sheet = {
  membersMinor: bigint;
  /** Members with a weight above zero, in the order of the roll. */
  shares: { memberId: string; weight: string; amountMinor: bigint }[];
};

export type SheetRefusal = 'nothing-to-share' | 'deductions-too-high' | 'no-members' | 'no-weights';

function weightOf(member: SharingMember, { rule, weights = {} }: SheetInput): string {
  if (rule === 'equal') return '1';
  if (rule === 'custom') return weights[member.id] ?? '0';
  return rule === 'hours' ? member.hours : member.contribution;
}

/**
 * Shares an order's net: costs and community fund first, the rest over the members by the rule. Costs, fund
 * and shares together are the net to the minor unit (largest remainder; equal remainders go to the earlier
 * member of the roll).
 */
export function planSheet(input: SheetInput): Result<Sheet, SheetRefusal> {
  const { netMinor, costsMinor, communityMinor, members } = input;
  if (netMinor <= 0n) return refuse('nothing-to-share', 'programme:refusal.nothingToShare');
  const membersMinor = netMinor - costsMinor - communityMinor;
  if (costsMinor < 0n || communityMinor < 0n || membersMinor < 0n) {
    return refuse('deductions-too-high', 'programme:refusal.deductionsTooHigh', { path: 'costs' });
  }
  if (membersMinor === 0n) return ok({ membersMinor, shares: [] });
  if (members.length === 0) return refuse('no-members', 'programme:refusal.noMembers');

  const sharing = members
    .map((member) => ({ memberId: member.id, weight: weightOf(member, input) }))
    .filter(({ weight }) => new Decimal(weight).greaterThan(0));
  if (sharing.length === 0) return refuse('no-weights', 'programme:refusal.noWeights', { path: 'rule' });
  const amounts = allocate(membersMinor, wholeWeights(sharing.map(({ weight }) => weight)));
  return ok({
    membersMinor,
    shares: sharing.map((share, index) => ({ ...share, amountMinor: amounts[index] ?? 0n })),
  });
}

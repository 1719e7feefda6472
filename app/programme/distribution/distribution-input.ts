import { parseAmount } from '#app/money/money';
import { ok, refuse, type Result } from '#app/platform/result';
import { readWeight } from '../members/member';
import { isShareRule, type ShareRule } from './sheet';

/** The sharing form as typed; weights by member id. */
export type DistributionInput = {
  rule: string;
  costs: string;
  community: string;
  weights: Readonly<Record<string, string>>;
};

export type DistributionFacts = {
  rule: ShareRule;
  costsMinor: bigint;
  communityMinor: bigint;
  weights: Record<string, string>;
};

export type DistributionInputRefusal = 'bad-rule' | 'bad-amount' | 'bad-weight';

function readMinor(text: string, currency: string): bigint | null {
  const typed = text.trim().replace(',', '.');
  if (typed === '') return 0n;
  const money = parseAmount(typed, currency);
  return money && money.minor >= 0n ? money.minor : null;
}

/** Reads the form; an empty amount is nothing. Weights are read for the rule `custom` only. */
export function readDistribution(
  input: DistributionInput,
  currency: string,
): Result<DistributionFacts, DistributionInputRefusal> {
  if (!isShareRule(input.rule)) return refuse('bad-rule', 'programme:refusal.rule', { path: 'rule' });
  const costsMinor = readMinor(input.costs, currency);
  if (costsMinor === null)
    return refuse('bad-amount', 'programme:refusal.money', { path: 'costs', params: { currency } });
  const communityMinor = readMinor(input.community, currency);
  if (communityMinor === null)
    return refuse('bad-amount', 'programme:refusal.money', { path: 'community', params: { currency } });
  const weights: Record<string, string> = {};
  for (const [memberId, typed] of Object.entries(input.rule === 'custom' ? input.weights : {})) {
    const weight = readWeight(typed);
    if (weight === null) return refuse('bad-weight', 'programme:refusal.weight', { path: weightField(memberId) });
    if (weight !== '0') weights[memberId] = weight;
  }
  return ok({ rule: input.rule, costsMinor, communityMinor, weights });
}

const WEIGHT_PREFIX = 'weight-';

/** Form name of a member's own weight. */
export function weightField(memberId: string): string {
  return `${WEIGHT_PREFIX}${memberId}`;
}

/** The sharing form from the fields of an address or a posted form. */
export function distributionFields(fields: Readonly<Record<string, string>>): DistributionInput {
  const weights = Object.entries(fields)
    .filter(([name]) => name.startsWith(WEIGHT_PREFIX))
    .map(([name, value]) => [name.slice(WEIGHT_PREFIX.length), value] as const);
  return {
    rule: fields['rule'] ?? '',
    costs: fields['costs'] ?? '',
    community: fields['community'] ?? '',
    weights: Object.fromEntries(weights),
  };
}

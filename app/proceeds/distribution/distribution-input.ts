import { orAmbiguous } from '#app/money/typed-decimal';
import { readTypedMoney } from '#app/money/typed-money';
import { ok, refuse, type Result } from '#app/platform/result';
import { readWeight } from '../members/member';
import { isShareRule, type ShareRule } from './sheet';

/** The sharing form as typed. Weights by member id. */
export type DistributionInput = {
  /** The language in which figures were typed. */
  locale?: string | undefined;
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

function readMinor(
  { locale, ...input }: DistributionInput,
  path: 'costs' | 'community',
  currency: string,
): Result<bigint, 'bad-amount'> {
  const read = readTypedMoney(input[path].trim() || '0', currency, { zero: true, locale });
  if ('money' in read) return ok(read.money.minor);
  return orAmbiguous(refuse('bad-amount', 'programme:refusal.money', { path, params: { currency } }), read);
}

/** Reads the form. An empty amount is nothing. Weights are read for the rule `custom` only. */
export function readDistribution(
  input: DistributionInput,
  currency: string,
): Result<DistributionFacts, DistributionInputRefusal> {
  if (!isShareRule(input.rule)) return refuse('bad-rule', 'programme:refusal.rule', { path: 'rule' });
  const costs = readMinor(input, 'costs', currency);
  if (!costs.ok) return costs;
  const community = readMinor(input, 'community', currency);
  if (!community.ok) return community;
  const weights: Record<string, string> = {};
  for (const [memberId, typed] of Object.entries(input.rule === 'custom' ? input.weights : {})) {
    const weight = readWeight(typed, input.locale);
    if (!('value' in weight))
      return orAmbiguous(refuse('bad-weight', 'programme:refusal.weight', { path: weightField(memberId) }), weight);
    if (weight.value !== '0') weights[memberId] = weight.value;
  }
  return ok({ rule: input.rule, costsMinor: costs.value, communityMinor: community.value, weights });
}

const WEIGHT_PREFIX = 'weight-';

/** Form name of a member's own weight. */
export function weightField(memberId: string): string {
  return `${WEIGHT_PREFIX}${memberId}`;
}

/** The sharing form from the fields of an address or a posted form. */
export function distributionFields(fields: Readonly<Record<string, string>>, locale: string): DistributionInput {
  const weights = Object.entries(fields)
    .filter(([name]) => name.startsWith(WEIGHT_PREFIX))
    .map(([name, value]) => [name.slice(WEIGHT_PREFIX.length), value] as const);
  return {
    locale,
    rule: fields['rule'] ?? '',
    costs: fields['costs'] ?? '',
    community: fields['community'] ?? '',
    weights: Object.fromEntries(weights),
  };
}

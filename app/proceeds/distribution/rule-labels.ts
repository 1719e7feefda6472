import type { ShareRule } from './sheet';

export const RULE_LABEL: Record<ShareRule, string> = {
  equal: 'programme:rule.equal',
  hours: 'programme:rule.hours',
  contribution: 'programme:rule.contribution',
  custom: 'programme:rule.custom',
};

export const RULE_HINT: Record<ShareRule, string> = {
  equal: 'programme:rule.equalHint',
  hours: 'programme:rule.hoursHint',
  contribution: 'programme:rule.contributionHint',
  custom: 'programme:rule.customHint',
};

/** Name of a rule out of the database. */
export function ruleLabel(rule: string): string {
  return RULE_LABEL[rule as ShareRule] ?? RULE_LABEL.custom;
}

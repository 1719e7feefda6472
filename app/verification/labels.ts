import type { ApplicationState } from './application-lifecycle';
import type { RequirementKey, RequirementStatus } from './requirements';

/** Message keys for the codes of this room, written out so that a missing word is found. */
export const REQUIREMENT_TITLE = {
  registration: 'verification:requirement.registration.title',
  'mining-licence': 'verification:requirement.miningLicence.title',
  'custody-statement': 'verification:requirement.custodyStatement.title',
  'mercury-statement': 'verification:requirement.mercuryStatement.title',
  'payout-account': 'verification:requirement.payoutAccount.title',
  'beneficial-owners': 'verification:requirement.beneficialOwners.title',
  'due-diligence-policy': 'verification:requirement.dueDiligencePolicy.title',
  'dealer-licence': 'verification:requirement.dealerLicence.title',
} as const satisfies Record<RequirementKey, string>;

/** What to put forward, in one or two sentences. */
export const REQUIREMENT_ADVICE = {
  registration: 'verification:requirement.registration.advice',
  'mining-licence': 'verification:requirement.miningLicence.advice',
  'custody-statement': 'verification:requirement.custodyStatement.advice',
  'mercury-statement': 'verification:requirement.mercuryStatement.advice',
  'payout-account': 'verification:requirement.payoutAccount.advice',
  'beneficial-owners': 'verification:requirement.beneficialOwners.advice',
  'due-diligence-policy': 'verification:requirement.dueDiligencePolicy.advice',
  'dealer-licence': 'verification:requirement.dealerLicence.advice',
} as const satisfies Record<RequirementKey, string>;

export const CHOICE_LABEL: Readonly<Record<string, string>> = {
  'log-kept': 'verification:choice.logKept',
  'log-started': 'verification:choice.logStarted',
  'no-mercury': 'verification:choice.noMercury',
  'ending-mercury': 'verification:choice.endingMercury',
  'no-gold': 'verification:choice.noGold',
};

export const STATUS_LABEL = {
  met: 'verification:status.met',
  missing: 'verification:status.missing',
  expired: 'verification:status.expired',
} as const satisfies Record<RequirementStatus, string>;

export const STATE_LABEL = {
  draft: 'verification:state.draft',
  submitted: 'verification:state.submitted',
  accepted: 'verification:state.accepted',
  accepted_with_plan: 'verification:state.acceptedWithPlan',
  rejected: 'verification:state.rejected',
} as const satisfies Record<ApplicationState, string>;

export const STATE_TONE = {
  draft: 'plain',
  submitted: 'info',
  accepted: 'good',
  accepted_with_plan: 'warn',
  rejected: 'bad',
} as const satisfies Record<ApplicationState, string>;

export const DECISION_LABEL = {
  accept: 'verification:decision.accept',
  'accept-with-plan': 'verification:decision.acceptWithPlan',
  reject: 'verification:decision.reject',
} as const;

export const DECISION_HINT = {
  accept: 'verification:decision.acceptHint',
  'accept-with-plan': 'verification:decision.acceptWithPlanHint',
  reject: 'verification:decision.rejectHint',
} as const;

export const METHOD_LABEL = {
  bank: 'verification:method.bank',
  'mobile-money': 'verification:method.mobileMoney',
} as const;

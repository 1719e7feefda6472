import type { CardField, CardProblem } from '../rules/cards/card-form';

/** The translation function, bound to the page's language. */
export type Words = (key: string, params?: Record<string, string | number>) => string;

export const FIELD_LABEL: Readonly<Record<CardField, string>> = {
  number: 'payments:sandbox.card.number',
  expiry: 'payments:sandbox.card.expiry',
  cvc: 'payments:sandbox.card.cvc',
  name: 'payments:sandbox.card.name',
};

const MISSING: Readonly<Record<CardField, string>> = {
  number: 'payments:sandbox.problem.numberMissing',
  expiry: 'payments:sandbox.problem.expiryMissing',
  cvc: 'payments:sandbox.problem.cvcMissing',
  name: 'payments:sandbox.problem.nameMissing',
};

const INVALID: Readonly<Record<CardField, string>> = {
  number: 'payments:sandbox.problem.numberInvalid',
  expiry: 'payments:sandbox.problem.expiryInvalid',
  cvc: 'payments:sandbox.problem.cvcInvalid',
  name: 'payments:sandbox.problem.nameMissing',
};

export function problemKey(field: CardField, problem: CardProblem): string {
  if (problem === 'missing') return MISSING[field];
  if (problem === 'past') return 'payments:sandbox.problem.expiryPast';
  if (problem === 'not-a-test-card') return 'payments:sandbox.problem.notATestCard';
  return INVALID[field];
}

const DECLINE_KEY: Readonly<Record<string, string>> = {
  insufficient_funds: 'payments:sandbox.declined.insufficientFunds',
  expired_card: 'payments:sandbox.declined.expiredCard',
  incorrect_cvc: 'payments:sandbox.declined.incorrectCvc',
  processing_error: 'payments:sandbox.declined.processingError',
  authentication_failure: 'payments:sandbox.declined.authenticationFailure',
};

export function declineKey(declineCode: string): string {
  return DECLINE_KEY[declineCode] ?? 'payments:sandbox.declined.generic';
}

/**
 * The test cards that the page offers to fill in: the address names the case, so a card number is never in an
 * address.
 */
export const SAMPLE_CARDS = {
  succeeds: { number: '4242 4242 4242 4242', label: 'payments:sandbox.sample.succeeds' },
  declined: { number: '4000 0000 0000 0002', label: 'payments:sandbox.sample.declined' },
  funds: { number: '4000 0000 0000 9995', label: 'payments:sandbox.sample.funds' },
  expired: { number: '4000 0000 0000 0069', label: 'payments:sandbox.sample.expired' },
  cvc: { number: '4000 0000 0000 0127', label: 'payments:sandbox.sample.cvc' },
  confirm: { number: '4000 0025 0000 3155', label: 'payments:sandbox.sample.confirm' },
  dispute: { number: '4000 0000 0000 0259', label: 'payments:sandbox.sample.dispute' },
} as const;

export type SampleCard = keyof typeof SAMPLE_CARDS;

export function isSampleCard(name: string): name is SampleCard {
  return Object.hasOwn(SAMPLE_CARDS, name);
}

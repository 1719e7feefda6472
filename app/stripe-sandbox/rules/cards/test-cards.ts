/** What a payment with a card leads to. The numbers and outcomes are those of docs.stripe.com/testing. */
export type CardOutcome =
  | { kind: 'succeeds' }
  | { kind: 'succeeds-then-disputed' }
  | { kind: 'needs-authentication' }
  | { kind: 'declined'; code: DeclineCode; declineCode: string };

export type DeclineCode = 'card_declined' | 'expired_card' | 'incorrect_cvc' | 'processing_error';

const OUTCOMES: Readonly<Record<string, CardOutcome>> = {
  '4000000000000002': { kind: 'declined', code: 'card_declined', declineCode: 'generic_decline' },
  '4000000000009995': { kind: 'declined', code: 'card_declined', declineCode: 'insufficient_funds' },
  '4000000000000069': { kind: 'declined', code: 'expired_card', declineCode: 'expired_card' },
  '4000000000000127': { kind: 'declined', code: 'incorrect_cvc', declineCode: 'incorrect_cvc' },
  '4000000000000119': { kind: 'declined', code: 'processing_error', declineCode: 'processing_error' },
  '4000002500003155': { kind: 'needs-authentication' },
  '4000002760003184': { kind: 'needs-authentication' },
  '4000000000000259': { kind: 'succeeds-then-disputed' },
};

/**
 * Numbers that Stripe's test mode takes. Any other number is refused there as a real card, and so it is here.
 */
const SUCCEEDING = new Set([
  '4242424242424242',
  '4000056655665556',
  '5555555555554444',
  '2223003122003222',
  '5200828282828210',
  '378282246310005',
  '371449635398431',
  '6011111111111117',
  '3056930009020004',
  '3566002020360505',
  '6200000000000005',
]);

/** Null: a number that is not one of the test cards. */
export function outcomeOfCard(digits: string): CardOutcome | null {
  return OUTCOMES[digits] ?? (SUCCEEDING.has(digits) ? { kind: 'succeeds' } : null);
}

export const DECLINE_MESSAGE: Readonly<Record<string, string>> = {
  generic_decline: 'Your card was declined.',
  insufficient_funds: 'Your card has insufficient funds.',
  expired_card: 'Your card has expired.',
  incorrect_cvc: "Your card's security code is incorrect.",
  processing_error: 'An error occurred while processing your card. Try again in a little bit.',
  live_mode_test_card: 'Your card was declined. Your request was in test mode, but used a non test card.',
  authentication_failure:
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
};

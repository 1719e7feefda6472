/** The words for Stripe's reasons of a dispute (docs.stripe.com/api/disputes/object, `reason`). */
const REASON_LABEL = {
  bank_cannot_process: 'trading:dispute.reasons.bankCannotProcess',
  check_returned: 'trading:dispute.reasons.checkReturned',
  credit_not_processed: 'trading:dispute.reasons.creditNotProcessed',
  customer_initiated: 'trading:dispute.reasons.customerInitiated',
  debit_not_authorized: 'trading:dispute.reasons.debitNotAuthorized',
  duplicate: 'trading:dispute.reasons.duplicate',
  fraudulent: 'trading:dispute.reasons.fraudulent',
  general: 'trading:dispute.reasons.general',
  incorrect_account_details: 'trading:dispute.reasons.incorrectAccountDetails',
  insufficient_funds: 'trading:dispute.reasons.insufficientFunds',
  noncompliant: 'trading:dispute.reasons.noncompliant',
  product_not_received: 'trading:dispute.reasons.productNotReceived',
  product_unacceptable: 'trading:dispute.reasons.productUnacceptable',
  subscription_canceled: 'trading:dispute.reasons.subscriptionCanceled',
  unrecognized: 'trading:dispute.reasons.unrecognized',
} as const;

/** The message key for a reason. Null for one that Stripe has added since, which is shown in its own word. */
export function reasonLabel(reason: string): (typeof REASON_LABEL)[keyof typeof REASON_LABEL] | null {
  return Object.hasOwn(REASON_LABEL, reason) ? REASON_LABEL[reason as keyof typeof REASON_LABEL] : null;
}

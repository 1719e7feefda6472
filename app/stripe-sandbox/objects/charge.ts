import type { CardFacts } from '../rules/cards/card-form';
import { wireAmount, wireTime } from '../rules/wire-amount';
import type { ChargeRow, MethodFacts, WireObject } from './rows';

/** A Charge in Stripe's shape: one per attempt, failed ones too. */
export function buildCharge(row: ChargeRow): WireObject {
  const succeeded = row.status === 'succeeded';
  const amount = wireAmount(row.amountMinor);
  const method = row.method as MethodFacts;
  return {
    id: row.id,
    object: 'charge',
    amount,
    amount_captured: succeeded ? amount : 0,
    amount_refunded: wireAmount(row.refundedMinor),
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: row.balanceTransactionId,
    billing_details: { address: null, email: row.billingEmail, name: row.billingName, phone: null, tax_id: null },
    calculated_statement_descriptor: 'FAIRLODE',
    captured: succeeded,
    created: wireTime(row.createdAt),
    currency: row.currency,
    customer: row.customerId,
    description: row.description,
    disputed: row.disputed,
    failure_balance_transaction: null,
    failure_code: row.failureCode,
    failure_message: row.failureMessage,
    fraud_details: {},
    livemode: false,
    metadata: row.metadata,
    on_behalf_of: null,
    outcome: outcome(row, succeeded),
    paid: succeeded,
    payment_intent: row.paymentIntentId,
    payment_method: null,
    payment_method_details:
      method.type === 'card'
        ? { type: 'card', card: cardDetails(method, row) }
        : { type: method.type, [method.type]: {} },
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: succeeded && row.refundedMinor === row.amountMinor,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: row.status,
    transfer_data: null,
    transfer_group: row.transferGroup,
  };
}

function outcome(row: ChargeRow, succeeded: boolean): Record<string, unknown> {
  return {
    advice_code: succeeded ? null : 'try_again_later',
    network_advice_code: null,
    network_decline_code: null,
    network_status: succeeded ? 'approved_by_network' : 'declined_by_network',
    reason: row.declineCode,
    seller_message: succeeded ? 'Payment complete.' : 'The bank declined the payment.',
    type: succeeded ? 'authorized' : 'issuer_declined',
  };
}

function cardDetails(card: CardFacts, row: ChargeRow): Record<string, unknown> {
  return {
    amount_authorized: row.status === 'succeeded' ? wireAmount(row.amountMinor) : null,
    authorization_code: null,
    brand: card.brand,
    checks: {
      address_line1_check: null,
      address_postal_code_check: null,
      cvc_check: row.declineCode === 'incorrect_cvc' ? 'fail' : 'pass',
    },
    country: 'US',
    exp_month: card.expMonth,
    exp_year: card.expYear,
    funding: 'credit',
    installments: null,
    last4: card.last4,
    mandate: null,
    network: card.brand,
    network_token: { used: false },
    network_transaction_id: null,
    regulated_status: 'unregulated',
    three_d_secure: null,
    wallet: null,
  };
}

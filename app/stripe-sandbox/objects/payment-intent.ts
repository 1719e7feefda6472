import { wireAmount, wireTime } from '../rules/wire-amount';
import type { IntentRow, MethodFacts, WireObject } from './rows';

/** A PaymentIntent in Stripe's shape. The client secret is left out: no browser code of ours confirms one. */
export function buildPaymentIntent(row: IntentRow, authenticateUrl: string): WireObject {
  return {
    id: row.id,
    object: 'payment_intent',
    amount: wireAmount(row.amountMinor),
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: wireAmount(row.receivedMinor),
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: row.canceledAt === null ? null : wireTime(row.canceledAt),
    cancellation_reason: row.canceledAt === null ? null : 'automatic',
    capture_method: 'automatic_async',
    client_secret: null,
    confirmation_method: 'automatic',
    created: wireTime(row.createdAt),
    currency: row.currency,
    customer: row.customerId,
    customer_account: null,
    description: row.description,
    excluded_payment_method_types: null,
    last_payment_error: row.lastError,
    latest_charge: row.latestChargeId,
    livemode: false,
    managed_payments: null,
    metadata: row.metadata,
    next_action: nextAction(row, authenticateUrl),
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: row.methodTypes,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: row.status,
    transfer_data: null,
    transfer_group: row.transferGroup,
  };
}

const TRANSFER_COUNTRY: Readonly<Record<string, string>> = { eur: 'eu', gbp: 'gb', jpy: 'jp' };
/** Accounts that do not exist, in the shape of those that take such a transfer. */
const ADDRESS: Readonly<Record<string, object>> = {
  usd: address('aba', { bank_name: 'Sandbox Bank', account_number: '000123456789', routing_number: '000000000' }),
  eur: address('iban', { account_holder_name: 'Fairlode', bic: 'SANDBOX0', iban: 'IE00 SAND 0000 0000 0000 00' }),
  gbp: address('sort_code', { account_holder_name: 'Fairlode', account_number: '00012345', sort_code: '000000' }),
  jpy: address('zengin', { account_holder_name: 'Fairlode', bank_name: 'Sandbox Bank', account_number: '0001234' }),
};

/** The account that a transfer in a currency goes to, on one line: as the page of the partner shows it. */
export function accountLine(currency: string): string {
  const { type, ...rest } = (ADDRESS[currency.toLowerCase()] ?? ADDRESS['usd']) as { type: string };
  const facts = (rest as Record<string, Record<string, string>>)[type] ?? {};
  return [facts['bank_name'], facts['iban'] ?? facts['account_number'], facts['bic'] ?? facts['sort_code']]
    .filter(Boolean)
    .join(' · ');
}

function address(type: string, facts: object): object {
  return { type, [type]: facts, supported_networks: [] };
}

function nextAction(row: IntentRow, authenticateUrl: string): Record<string, unknown> | null {
  const method = row.pendingMethod as MethodFacts | null;
  if (row.status !== 'requires_action' || method === null) return null;
  if (method.type === 'card') {
    return { type: 'redirect_to_url', redirect_to_url: { return_url: null, url: authenticateUrl } };
  }
  return {
    type: 'display_bank_transfer_instructions',
    display_bank_transfer_instructions: {
      amount_remaining: wireAmount(row.amountMinor - row.fundedMinor),
      currency: row.currency,
      financial_addresses: [ADDRESS[row.currency] ?? ADDRESS['usd']],
      hosted_instructions_url: authenticateUrl.replace(/\/authenticate$/, ''),
      reference: method.reference,
      type: `${TRANSFER_COUNTRY[row.currency] ?? 'us'}_bank_transfer`,
    },
  };
}

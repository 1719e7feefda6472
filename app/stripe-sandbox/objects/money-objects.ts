import { wireAmount, wireTime } from '../rules/wire-amount';
import type { BalanceTransactionRow, CustomerRow, DisputeRow, RefundRow, WireObject } from './rows';

export function buildRefund(row: RefundRow): WireObject {
  return {
    id: row.id,
    object: 'refund',
    amount: wireAmount(row.amountMinor),
    balance_transaction: row.balanceTransactionId,
    charge: row.chargeId,
    created: wireTime(row.createdAt),
    currency: row.currency,
    destination_details: null,
    failure_balance_transaction: row.failureBalanceTransactionId,
    ...(row.failureBalanceTransactionId === null ? {} : { failure_reason: 'expired_or_canceled_card' }),
    metadata: row.metadata,
    payment_intent: row.paymentIntentId,
    reason: row.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: row.status,
    transfer_reversal: null,
  };
}

export function buildDispute(row: DisputeRow, transactions: BalanceTransactionRow[], now: Date): WireObject {
  return {
    id: row.id,
    object: 'dispute',
    amount: wireAmount(row.amountMinor),
    balance_transactions: transactions.map((transaction) => buildBalanceTransaction(transaction, now)),
    charge: row.chargeId,
    created: wireTime(row.createdAt),
    currency: row.currency,
    enhanced_eligibility_types: [],
    evidence: {},
    evidence_details: {
      due_by: wireTime(row.evidenceDueAt),
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
    },
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: row.paymentIntentId,
    payment_method_details: {
      type: 'card',
      card: { brand: row.brand, case_type: 'chargeback', network_reason_code: '10.4' },
    },
    reason: row.reason,
    status: row.status,
  };
}

/** `now` decides whether its money is still pending. */
export function buildBalanceTransaction(row: BalanceTransactionRow, now: Date): WireObject {
  const fee = wireAmount(row.feeMinor);
  return {
    id: row.id,
    object: 'balance_transaction',
    amount: wireAmount(row.amountMinor),
    available_on: wireTime(row.availableAt),
    balance_type: 'payments',
    created: wireTime(row.createdAt),
    currency: row.currency,
    description: row.description,
    exchange_rate: row.exchangeRate?.toNumber() ?? null,
    fee,
    fee_details:
      row.feeMinor === 0n
        ? []
        : [{ amount: fee, application: null, currency: row.currency, description: 'Sandbox fee', type: 'stripe_fee' }],
    net: wireAmount(row.amountMinor - row.feeMinor),
    reporting_category: row.reportingCategory,
    source: row.sourceId,
    status: row.availableAt <= now ? 'available' : 'pending',
    type: row.type,
  };
}

export type BalanceSum = { currency: string; availableMinor: bigint; pendingMinor: bigint };

export function buildBalance(sums: BalanceSum[]): WireObject {
  const part = (currency: string, amountMinor: bigint) => {
    const amount = wireAmount(amountMinor);
    return { amount, currency, source_types: { card: amount } };
  };
  return {
    object: 'balance',
    available: sums.map((sum) => part(sum.currency, sum.availableMinor)),
    connect_reserved: sums.map((sum) => ({ amount: 0, currency: sum.currency })),
    livemode: false,
    pending: sums.map((sum) => part(sum.currency, sum.pendingMinor)),
  };
}

export function buildCustomer(row: CustomerRow): WireObject {
  return {
    id: row.id,
    object: 'customer',
    address: null,
    balance: 0,
    created: wireTime(row.createdAt),
    currency: null,
    default_source: null,
    delinquent: false,
    description: null,
    email: row.email,
    livemode: false,
    metadata: row.metadata,
    name: row.name,
    phone: null,
    shipping: null,
  };
}

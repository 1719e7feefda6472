import type { CardFacts } from '../rules/cards/card-form';

// The sandbox's stored state as the object builders read it. The database's rows satisfy these types.

export type Metadata = Record<string, string>;
export type WireObject = Record<string, unknown> & { object: string };
export type LineItem = { name: string; description: string | null; unitAmountMinor: string; quantity: string };
export type TransferFacts = { type: 'customer_balance' | 'us_bank_account' | 'sepa_debit'; reference: string };
export type MethodFacts = CardFacts | TransferFacts;

export type SessionRow = {
  id: string;
  status: string;
  paymentStatus: string;
  amountMinor: bigint;
  currency: string;
  lineItems: unknown;
  successUrl: string;
  cancelUrl: string | null;
  locale: string | null;
  clientReferenceId: string | null;
  customerId: string | null;
  customerEmail: string | null;
  metadata: unknown;
  paymentMethodTypes: string[];
  paymentIntentId: string | null;
  createdAt: Date;
  expiresAt: Date;
};

export type IntentRow = {
  id: string;
  amountMinor: bigint;
  receivedMinor: bigint;
  fundedMinor: bigint;
  currency: string;
  status: string;
  methodTypes: string[];
  latestChargeId: string | null;
  lastError: unknown;
  pendingMethod: unknown;
  description: string | null;
  metadata: unknown;
  transferGroup: string | null;
  customerId: string | null;
  createdAt: Date;
  canceledAt: Date | null;
};

export type ChargeRow = {
  id: string;
  paymentIntentId: string;
  amountMinor: bigint;
  refundedMinor: bigint;
  currency: string;
  status: string;
  method: unknown;
  billingName: string | null;
  billingEmail: string | null;
  failureCode: string | null;
  failureMessage: string | null;
  declineCode: string | null;
  disputed: boolean;
  balanceTransactionId: string | null;
  description: string | null;
  metadata: unknown;
  transferGroup: string | null;
  customerId: string | null;
  createdAt: Date;
};

export type RefundRow = {
  id: string;
  chargeId: string | null;
  paymentIntentId: string | null;
  failureBalanceTransactionId: string | null;
  amountMinor: bigint;
  currency: string;
  reason: string | null;
  status: string;
  balanceTransactionId: string | null;
  metadata: unknown;
  createdAt: Date;
};

export type DisputeRow = {
  id: string;
  chargeId: string;
  paymentIntentId: string;
  amountMinor: bigint;
  currency: string;
  reason: string;
  status: string;
  brand: string | null;
  createdAt: Date;
  evidenceDueAt: Date;
};

export type BalanceTransactionRow = {
  id: string;
  type: string;
  reportingCategory: string;
  amountMinor: bigint;
  feeMinor: bigint;
  currency: string;
  exchangeRate: { toNumber(): number } | null;
  sourceId: string;
  description: string | null;
  createdAt: Date;
  availableAt: Date;
};

export type CustomerRow = { id: string; email: string | null; name: string | null; metadata: unknown; createdAt: Date };
